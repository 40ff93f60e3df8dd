/** A sample stays where a line between its neighbours in time would miss it by more than this, px. */
const tolerancePx = 3;

/**
 * Time-synchronised Douglas-Peucker (Meratnia & de By 2004): of t, x, y, t, x, y … keeps the samples from which the
 * others follow, at their times, within 3 px. Pauses stay, since a sample's time counts as its place does. First and
 * last stay.
 */
export function thinMoves(moves: readonly number[]): number[] {
  const count = moves.length / 3;
  if (count < 3) return [...moves];
  const kept = new Uint8Array(count);
  kept[0] = kept[count - 1] = 1;
  const spans: [number, number][] = [[0, count - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const far = findFarthest(moves, from, to);
    if (far < 0) continue;
    kept[far] = 1;
    spans.push([from, far], [far, to]);
  }
  return moves.filter((_, i) => kept[Math.floor(i / 3)]);
}

/** The sample farthest from where the line from `from` to `to` is at its time; -1 where none is too far. */
function findFarthest(moves: readonly number[], from: number, to: number): number {
  const at = (sample: number, column: number) => moves[sample * 3 + column] ?? 0;
  const span = at(to, 0) - at(from, 0);
  let far = -1;
  let farPx = tolerancePx;
  for (let i = from + 1; i < to; i++) {
    const share = span > 0 ? (at(i, 0) - at(from, 0)) / span : 0;
    const miss = (column: number) =>
      at(from, column) + share * (at(to, column) - at(from, column)) - at(i, column);
    const px = Math.hypot(miss(1), miss(2));
    if (px > farPx) {
      farPx = px;
      far = i;
    }
  }
  return far;
}
