/** The line above each page that says whether this visit is recorded, and why not where it is not. */
export function showRecording(): void {
  const line = document.querySelector('[data-recording]');
  const text = line?.querySelector('[data-recording-text]');
  if (!line || !text) return;
  const reason = findReason();
  if (!reason) return;
  text.textContent = reason;
  line.toggleAttribute('data-off', true);
}

function findReason(): string | null {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & {
    readonly globalPrivacyControl?: boolean;
  };
  if (globalPrivacyControl) {
    return 'This visit is not recorded: your browser sends Global Privacy Control.';
  }
  if (doNotTrack === '1') return 'This visit is not recorded: your browser sends Do Not Track.';
  return null;
}
