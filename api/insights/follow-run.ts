import type { Db } from 'mongodb';
import type { AnalysisRunDocument } from './analysis-runs-collection.ts';
import { findRun, type RunSubject } from './run-log.ts';

const lookEveryMs = 300;

/**
 * The stages of a subject's analysis, from any process; ends with it. One that was over before does not count. It looks by
 * itself, since only few wait, and not for long. No generator: one that waits can't be ended.
 */
export function followRun(db: Db, subject: RunSubject): AsyncIterableIterator<AnalysisRunDocument> {
  const ending = new AbortController();
  let told = '';
  /** The run that was over when it began to look. */
  let old: string | null = null;
  let isFirstLook = true;
  let isOver = false;
  const look = async (): Promise<AnalysisRunDocument | null> => {
    const run = await findRun(db, subject);
    if (isFirstLook && run?.stage === 'DONE') old = run.run;
    isFirstLook = false;
    // Of what was told of nothing came.
    if (!run) isOver = told !== '';
    const name = run ? `${run.run} ${run.stage}` : '';
    if (!run || run.run === old || name === told) return null;
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
