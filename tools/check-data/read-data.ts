import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recording } from '../replay/recording.ts';
import { readFiles } from '../replay/survey.ts';
import { UserProblem } from '../user-problem.ts';
import { type ExpectedSession, readExpected } from './expected.ts';

/** A folder of recordings with what is expected of them. */
export interface CheckedData {
  /** In order of their names. */
  readonly files: readonly string[];
  readonly expected: ReadonlyMap<string, ExpectedSession>;
}

export async function findData(folder: string): Promise<CheckedData> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.csv.gz')).map((name) => join(folder, name));
  if (files.length === 0) {
    throw new UserProblem(
      `There are no recordings (*.csv.gz) in ${folder}; name another with --data.`,
    );
  }
  return {
    files: files.sort(),
    expected: await readExpected(join(folder, 'expected.jsonl.gz')),
  };
}

/** Each recording with what is expected of it. */
export async function* readChecked(
  data: CheckedData,
): AsyncGenerator<{ readonly recording: Recording; readonly expected: ExpectedSession }> {
  for await (const recording of readFiles(data.files)) {
    yield { recording, expected: findExpected(data, recording.source) };
  }
}

export function findExpected(data: CheckedData, source: string): ExpectedSession {
  const expected = data.expected.get(source);
  if (!expected)
    throw new UserProblem(`Nothing is expected of session ${source}: is the data whole?`);
  return expected;
}
