import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** The lines of a text file, unpacked where its name ends in `.gz`. */
export async function* readLines(file: string): AsyncGenerator<string> {
  // A stream tells of a missing file too late to be caught where it is read.
  await access(file);
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    yield* lines;
  } finally {
    // Who reads a first line only is not told of damage further on.
    lines.on('error', () => undefined);
    bytes.destroy();
    input.destroy();
  }
}
