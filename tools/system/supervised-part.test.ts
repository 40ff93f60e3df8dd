import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { repoPath } from '../data-dir.ts';
import { UserProblem } from '../user-problem.ts';
import { type SupervisedPart, startSupervisedPart } from './supervised-part.ts';

let folder: string;
let part: SupervisedPart | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trailgraph-part-'));
});

afterEach(async () => {
  await part?.stop();
  part = undefined;
  await rm(folder, { recursive: true });
});

function start(options: unknown, onGivenUp = vi.fn(), onNews = vi.fn()): Promise<SupervisedPart> {
  const entry = repoPath('tools/system/testing/stub-part.ts');
  const settings = {
    entry,
    options: Promise.resolve(options),
    logFile: join(folder, 'part.log'),
  };
  return startSupervisedPart('The part', settings, { onNews, onGivenUp });
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('a part runs in a process of its own, and finishes what it has begun when it is stopped', async () => {
  part = await start({ stopMs: 100 });
  const pid = Number(await (await fetch(part.url)).text());
  expect(pid).toBe(part.pid());
  await part.stop();
  expect(isAlive(pid)).toBe(false);
  expect(await readFile(join(folder, 'part.log'), 'utf8')).toContain('finished what was under way');
});

test('a part that crashes comes back, and says so', async () => {
  const onNews = vi.fn();
  part = await start({}, vi.fn(), onNews);
  const before = part.pid();
  await part.crash();
  expect(part.pid()).not.toBe(before);
  expect(isAlive(part.pid())).toBe(true);
  expect(onNews).toHaveBeenCalledWith(expect.stringContaining('ended by itself'));
});

test('what a part refuses for reaches the person as it said it', async () => {
  await expect(start({ refusal: 'Do this first.' })).rejects.toEqual(
    new UserProblem('Do this first.'),
  );
});

test('a part that dies before it is ready fails the start with its exit code', async () => {
  await expect(start({ diesAtOnce: true })).rejects.toThrow('ended with 7');
});

test('a part that keeps crashing is given up', async () => {
  const onGivenUp = vi.fn();
  part = await start({}, onGivenUp);
  for (let crash = 1; crash < 5; crash++) await part.crash();
  await part.crash().catch(() => undefined);
  await vi.waitFor(() => expect(onGivenUp).toHaveBeenCalledOnce());
});
