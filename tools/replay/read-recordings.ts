import { UserProblem } from '../user-problem.ts';
import { navigationLines } from './navigation-lines.ts';
import { pointerCsv } from './pointer-csv.ts';
import { readLines } from './read-lines.ts';
import type { Recording, RecordingFormat } from './recording.ts';

/** A new kind of file gets its line here. */
const formats: readonly RecordingFormat[] = [pointerCsv, navigationLines];

/**
 * Reads a file's recordings one after another; its first line tells its format.
 *
 * @throws {UserProblem} where the file is missing, can't be unpacked, is of no known format, or has a line that can't be read
 */
export async function* readRecordings(file: string): AsyncGenerator<Recording> {
  const format = await findFormat(file);
  try {
    yield* format.read(file, readLines(file));
  } catch (error) {
    throw explain(file, error);
  }
}

async function findFormat(file: string): Promise<RecordingFormat> {
  let first = '';
  try {
    for await (const line of readLines(file)) {
      first = line;
      break;
    }
  } catch (error) {
    throw explain(file, error);
  }
  const format = formats.find(({ matches }) => matches(first));
  if (format) return format;
  throw new UserProblem(
    `${file}, line 1: these columns are not known: "${first.slice(0, 120)}". A recording of ${formats
      .map(({ name }) => name)
      .join(' or ')} was expected.`,
  );
}

function explain(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new UserProblem(`${file}: there is no such file.`);
  if (code === 'EISDIR') return new UserProblem(`${file} is a folder; name the files in it.`);
  if (code === 'EACCES') return new UserProblem(`${file} may not be read.`);
  if (code.startsWith('Z_'))
    return new UserProblem(`${file} can't be unpacked: it is damaged, or no gzip.`);
  return error;
}
