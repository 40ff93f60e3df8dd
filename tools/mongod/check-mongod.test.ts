import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkMongod } from './check-mongod.ts';

/** A program that says this and ends with that code. */
async function makeProgram(output: string, code: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trailgraph-check-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'mongod');
  await writeFile(
    path,
    `#!/bin/sh\ncat >&${code === 0 ? 1 : 2} <<'END'\n${output}\nEND\nexit ${code}\n`,
    {
      mode: 0o755,
    },
  );
  return path;
}

test('a mongod that runs tells its version', async () => {
  expect(await checkMongod(await makeProgram('db version v6.0.5\nBuild Info: {}', 0))).toEqual({
    version: '6.0.5',
  });
});

test('one that is too old is refused', async () => {
  expect(await checkMongod(await makeProgram('db version v5.0.31', 0))).toEqual({
    problem: expect.stringContaining('is MongoDB 5.0.31; Trailgraph needs 6.0 or newer.'),
  });
});

test('a missing library is named, with how to install it', async () => {
  const said =
    'mongod: error while loading shared libraries: libcurl.so.4: cannot open shared object file: No such file or directory';
  expect(await checkMongod(await makeProgram(said, 127))).toEqual({
    problem: expect.stringMatching(/needs libcurl\.so\.4, .*apt-get install libcurl4 libssl3/),
  });
});

test('a binary of another system is told as such', async () => {
  const said = "mongod: /lib/libc.so.6: version `GLIBC_2.35' not found (required by mongod)";
  expect(await checkMongod(await makeProgram(said, 1))).toEqual({
    problem: expect.stringContaining('built for another system'),
  });
});
