import { readRecordings } from './read-recordings.ts';
import type { Recording } from './recording.ts';

export interface Survey {
  readonly sessions: number;
  readonly rows: number;
}

/**
 * Reads all files once before anything is sent: a line that can't be read in the last of them stops the replay before
 * its first session.
 */
export async function surveyFiles(files: readonly string[]): Promise<Survey> {
  let sessions = 0;
  let rows = 0;
  for await (const recording of readFiles(files)) {
    sessions++;
    rows += recording.rows.length;
  }
  return { sessions, rows };
}

export async function* readFiles(files: readonly string[]): AsyncGenerator<Recording> {
  for (const file of files) yield* readRecordings(file);
}
