import { shuffle } from '../../api/testing/random-visits.ts';

/**
 * Which kinds of fault each round has: first all together, then each alone, then every other combination, in an order that
 * `random` decides. So 2ⁿ − 1 rounds have every combination there is; two dozen have every pair, three quarters of them several times.
 */
export function chooseCombinations<K>(
  kinds: readonly K[],
  random: (below: number) => number,
): (readonly K[])[] {
  const all = Array.from({ length: 2 ** kinds.length - 1 }, (_, i) =>
    kinds.filter((_kind, bit) => ((i + 1) >> bit) & 1),
  );
  const isAlone = ({ length }: readonly K[]) => length === 1 && kinds.length > 1;
  const isRest = ({ length }: readonly K[]) => length > 1 && length < kinds.length;
  return [kinds, ...all.filter(isAlone), ...shuffle(all.filter(isRest), random)];
}
