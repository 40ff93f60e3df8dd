import { makeAgreements } from './agreements.ts';
import { compareSession } from './compare.ts';
import type { DriftPair } from './drift.ts';
import { measureByFold } from './measure-by-fold.ts';
import { type CheckedData, readChecked } from './read-data.ts';

/** The default of `sampleMs` in the tracker. */
export const USUAL_SAMPLE_MS = 50;

/** Compares every session as the pure fold measures it, and measures it again with the tracker's usual sampling. */
export async function checkFold(data: CheckedData) {
  const agreements = makeAgreements();
  const drift: DriftPair[] = [];
  for await (const { recording, expected } of readChecked(data)) {
    const all = measureByFold(recording, 0);
    agreements.add(recording.source, compareSession(expected, all));
    drift.push({ all, thinned: measureByFold(recording, USUAL_SAMPLE_MS) });
  }
  return { agreements, drift };
}
