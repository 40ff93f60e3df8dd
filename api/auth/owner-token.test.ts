import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOwnerToken } from './owner-token.ts';
import { isSameSecret, readBearer } from './token.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'owner-token-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the first start makes a token that its user alone can read; later ones find it', async () => {
  const path = join(folder, 'data', 'owner-token');
  const token = await readOwnerToken(path);
  expect(token).toMatch(/^tg_[\w-]{43}$/);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readOwnerToken(path)).toBe(token);
  expect((await readFile(path, 'utf8')).trim()).toBe(token);
});

test('a bearer is read from its header', () => {
  expect(readBearer('Bearer abc')).toBe('abc');
  expect(readBearer('bearer abc')).toBe('abc');
  expect(readBearer('Basic abc')).toBeNull();
  expect(readBearer(undefined)).toBeNull();
});

test('secrets of any length are compared', () => {
  expect(isSameSecret('abc', 'abc')).toBe(true);
  expect(isSameSecret('ab', 'abc')).toBe(false);
  expect(isSameSecret('', 'abc')).toBe(false);
});
