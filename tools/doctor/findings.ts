/** One thing that was looked at: as it should be, good to know, or missing. */
export interface Finding {
  readonly state: 'ok' | 'note' | 'missing';
  readonly about: string;
  /** What was found, and what to do where something is missing. */
  readonly text: string;
}

const marks = { ok: '✓', note: '·', missing: '✗' } as const;

/** A line a finding, with its subjects in one column. */
export function formatFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ about }) => about.length));
  return findings
    .map(({ state, about, text }) => `${marks[state]} ${about.padEnd(width)}  ${text}`)
    .join('\n');
}
