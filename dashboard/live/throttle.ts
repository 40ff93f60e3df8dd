/** Calls `act` at once, then at most once per `everyMs`; a last call is never lost. */
export function throttle(act: () => void, everyMs: number): () => void {
  let waits = false;
  let again = false;
  const run = () => {
    if (waits) {
      again = true;
      return;
    }
    waits = true;
    act();
    setTimeout(() => {
      waits = false;
      if (!again) return;
      again = false;
      run();
    }, everyMs);
  };
  return run;
}
