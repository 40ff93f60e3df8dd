import { createHash } from 'node:crypto';
import { randomLcg, randomLogNormal, randomNormal } from 'd3-random';

/** Draws from distributions; the same name gives the same draws. */
export interface Chance {
  /** True in this share of the cases, 0 to 1. */
  readonly happens: (share: number) => boolean;
  readonly between: (least: number, most: number) => number;
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number;
  readonly normal: (mean: number, deviation: number) => number;
  /** Skewed to the right, as times are: half of all are below `median`. */
  readonly skewed: (median: number, spread: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of them, each as likely as its weight says. */
  readonly weighted: <T extends { readonly weight: number }>(list: readonly T[]) => T;
}

export function makeChance(name: string): Chance {
  const source = randomLcg(hashToUnit(name));
  const normal = randomNormal.source(source)();
  const skewed = randomLogNormal.source(source);
  const between = (least: number, most: number) => least + (most - least) * source();
  const whole = (least: number, most: number) => Math.floor(between(least, most + 1));
  const pick = <T>(list: readonly T[]): T => takeAt(list, whole(0, list.length - 1));
  return {
    happens: (share) => source() < share,
    between,
    whole,
    pick,
    normal: (mean, deviation) => mean + normal() * deviation,
    skewed: (median, spread) => skewed(Math.log(median), spread)(),
    weighted: (list) => {
      let left = source() * list.reduce((sum, { weight }) => sum + weight, 0);
      const found = list.findIndex(({ weight }) => {
        left -= weight;
        return left < 0;
      });
      return takeAt(list, Math.max(0, found));
    },
  };
}

/** An id of the wire's form: the same name, the same id. @param chars 16 for sessions and visitors, 8 for views */
export function makeSeedId(name: string, chars: 8 | 16): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, chars);
}

function hashToUnit(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE() / 2 ** 32;
}

function takeAt<T>(list: readonly T[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new RangeError('There is nothing to draw from.');
  return found;
}
