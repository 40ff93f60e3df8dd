import { readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { listSources } from './list-sources.ts';

/** Who may import whom: the table of ARCHITECTURE.md. Each part may import itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  tracker: ['schema'],
  collector: ['schema'],
  api: ['schema'],
  dashboard: [],
  demo: [],
  tools: ['schema', 'tracker', 'collector', 'api', 'dashboard', 'demo', 'bench', 'e2e'],
  bench: ['schema', 'tracker', 'collector', 'api', 'dashboard', 'demo', 'tools', 'e2e'],
  e2e: ['schema', 'tracker', 'collector', 'api', 'dashboard', 'demo', 'tools', 'bench'],
};
/** Tests may also use what starts a database or a browser for them, and make batches as the tracker does. */
const allowedInTests = ['schema', 'tools', 'tracker'];

const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path);

test('imports between the parts point one way', async () => {
  const wrong: string[] = [];
  for (const path of await listSources(/\.(ts|tsx|mjs)$/)) {
    const [part = ''] = path.split('/');
    const mayImport = allowed[part];
    if (!mayImport) continue;
    for (const target of readImports(path, await readFile(path, 'utf8'))) {
      const [other = ''] = target.split('/');
      const ok = other === part || mayImport.includes(other) || !Object.hasOwn(allowed, other);
      if (!ok && !(isTest(path) && allowedInTests.includes(other)))
        wrong.push(`${path} → ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('an import is found however it is written', () => {
  const source = `import a from '../b/a.ts';\nexport { c } from '../../d/c.ts';\nconst e = await import('../f/e.ts');\nimport '../g/g.css';\nimport 'vite';`;
  expect(readImports('x/y/z.ts', source)).toEqual(['x/b/a.ts', 'd/c.ts', 'x/f/e.ts', 'x/g/g.css']);
});

/** The relative imports of a source, as paths from the repository's root. */
function readImports(path: string, source: string): string[] {
  const found = source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.[^'"]*)['"]/g);
  return [...found].map(([, specifier = '']) => normalize(join(dirname(path), specifier)));
}
