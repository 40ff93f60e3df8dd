import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDashboard } from './build.ts';

interface ManifestEntry {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

let dist: string;
const files = new Map<string, string>();
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'trailgraph-build-'));
  await buildDashboard(dist);
  for (const path of await readdir(dist, { recursive: true, withFileTypes: true }))
    if (path.isFile()) {
      const file = join(path.parentPath, path.name);
      files.set(file.slice(dist.length + 1), await readFile(file, 'utf8'));
    }
}, 60_000);
afterAll(() => rm(dist, { recursive: true }));

describe('the built dashboard', () => {
  test('has no gradient anywhere, neither in CSS nor drawn nor in pictures', () => {
    for (const [name, text] of files)
      expect(text.match(/gradient\s*\(|create\w*Gradient|<\w*Gradient/i), name).toBeNull();
  });

  test('moves nothing under the pointer: no transition and no animation', () => {
    const css = [...files].filter(([name]) => name.endsWith('.css'));
    expect(css.length).toBeGreaterThan(0);
    for (const [name, text] of css)
      expect(text.match(/transition|animation|@keyframes/), name).toBeNull();
  });

  test('loads its first view with at most 80 kB of JavaScript', () => {
    const manifest: Record<string, ManifestEntry> = JSON.parse(
      files.get('.vite/manifest.json') ?? '{}',
    );
    const needed = new Set<string>();
    const need = (key: string) => {
      const entry = manifest[key];
      if (!entry || needed.has(entry.file)) return;
      needed.add(entry.file);
      entry.imports?.forEach(need);
    };
    need('index.html');
    for (const key of Object.keys(manifest)) if (/View\.tsx$/.test(key)) needEach(key);
    function needEach(key: string) {
      const before = new Set(needed);
      need(key);
      const bytes = [...needed]
        .map((file) => brotliCompressSync(files.get(file) ?? '').length)
        .reduce((sum, size) => sum + size, 0);
      expect(bytes, key).toBeLessThanOrEqual(80_000);
      expect(bytes, key).toBeGreaterThan(10_000);
      needed.clear();
      for (const file of before) needed.add(file);
    }
  });
});
