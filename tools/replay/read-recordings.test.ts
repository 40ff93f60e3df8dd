import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { UserProblem } from '../user-problem.ts';
import { readRecordings } from './read-recordings.ts';

async function read(name: string, bytes: string | Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'recordings-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), bytes);
  for await (const _recording of readRecordings(join(folder, name)));
}

const whole = gzipSync(
  `session,record timestamp,client timestamp,button,state,x,y\n${Array.from({ length: 20_000 }, (_, i) => `s,${i / 10},${i / 10},NoButton,Move,${(i * 7919) % 1900},${(i * 104729) % 1000}`).join('\n')}\n`,
);

it('says in a sentence that a packed file ends too early, or is none', async () => {
  await expect(read('short.csv.gz', whole.subarray(0, 500))).rejects.toThrow(UserProblem);
  await expect(read('half.csv.gz', whole.subarray(0, whole.length / 2))).rejects.toThrow(
    'damaged, or no gzip',
  );
  await expect(read('plain.csv.gz', 'hello')).rejects.toThrow('damaged, or no gzip');
});

it('reads a whole one', async () => {
  await read('whole.csv.gz', whole);
});
