let underway = 0;

/** Batches that this isolate took and the API has not yet acknowledged: what a stop has to wait for. */
export function countUnderway(more: number): void {
  // In Cloudflare's network other isolates may consume what this one produced.
  underway = Math.max(0, underway + more);
}

export function readUnderway(): number {
  return underway;
}
