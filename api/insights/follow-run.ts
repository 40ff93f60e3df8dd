import type { Db } from 'mongodb';
import type { AnalysisRunDocument } from './analysis-runs-collection.ts';
import { findRun, type RunSubject } from './run-log.ts';

const lookEveryMs = 300;
/** Whoever asks and subscribes at once still hears of an answer that was quicker than the subscription. */
const justNowMs = 10_000;

/**
 * The stages of a subject's analysis, from any process; ends with it. It looks by itself, since only few wait and not for long. No
 * generator: one that waits can't be ended.
 */
export function followRun(db: Db, subject: RunSubject): AsyncIterableIterator<AnalysisRunDocument> {
  const ending = new AbortController();
  const since = Date.now() - justNowMs;
  let told = '';
  let isOver = false;
  const look = async (): Promise<AnalysisRunDocument | null> => {
    const run = await findRun(db, subject);
    if (!run) {
      // Nothing came of what was told of.
      isOver = told !== '';
      return null;
    }
    const isOld = run.stage === 'DONE' && run.touchedAt.getTime() < since;
    const name = `${run.run} ${run.stage}`;
    if (isOld || name === told) return null;
    told = name;
    isOver = run.stage === 'DONE';
    return run;
  };
  return {
    next: async () => {
      while (!isOver && !ending.signal.aborted) {
        const run = await look();
        if (run) return { done: false, value: run };
        if (!isOver) await rest(ending.signal);
      }
      return { done: true, value: undefined };
    },
    return: async () => {
      ending.abort();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, lookEveryMs);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
