import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { repoPath } from '../data-dir.ts';
import { completeLock, type Lock } from './complete-lock.ts';

test('the lock file names the optional packages of every platform: npm ci takes it anywhere', async () => {
  const lock = JSON.parse(await readFile(repoPath('package-lock.json'), 'utf8')) as Lock;
  // Where this fails: npm run lock
  expect(completeLock(lock).added).toEqual([]);
});

test('a missing package is added with the platform that its name says', () => {
  const { lock, added } = completeLock({
    packages: {
      'node_modules/tool': {
        version: '1.0.0',
        optionalDependencies: { '@tool/linux-x64-musl': '1.0.0', '@tool/windows-64': '1.0.0' },
      },
    },
  });
  expect(added).toEqual(['@tool/linux-x64-musl@1.0.0', '@tool/windows-64@1.0.0']);
  expect(lock.packages['node_modules/@tool/linux-x64-musl']).toEqual({
    version: '1.0.0',
    cpu: ['x64'],
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  expect(lock.packages['node_modules/@tool/windows-64']).toMatchObject({ os: ['win32'] });
});

test('another version higher up does not count; the missing one is put beside its owner', () => {
  const { lock } = completeLock({
    packages: {
      'node_modules/@tool/darwin-arm64': { version: '1.0.0' },
      'node_modules/app/node_modules/tool': {
        version: '2.0.0',
        optionalDependencies: { '@tool/darwin-arm64': '2.0.0' },
      },
    },
  });
  expect(lock.packages['node_modules/app/node_modules/@tool/darwin-arm64']?.version).toBe('2.0.0');
});

test('a package that is there is left as it is, and one that cannot be told is refused', () => {
  const present = {
    packages: {
      'node_modules/tool': { version: '1.0.0', optionalDependencies: { fsevents: '^2.0.0' } },
      'node_modules/fsevents': { version: '2.3.3' },
    },
  };
  expect(completeLock(present)).toEqual({ lock: present, added: [] });
  const odd = { version: '1.0.0', optionalDependencies: { extra: '1.0.0' } };
  expect(() => completeLock({ packages: { 'node_modules/tool': odd } })).toThrow(
    'says no platform',
  );
});
