import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { generateOperations } from './codegen.ts';

const generated = resolve(import.meta.dirname, '../dashboard/generated');

test('the dashboard’s typed operations are those of the schema: run `node tools/codegen.ts` after a change', async () => {
  const modules = await generateOperations();
  expect(new Set(await readdir(generated))).toEqual(new Set(modules.keys()));
  for (const [filename, text] of modules)
    expect(await readFile(resolve(generated, filename), 'utf8'), filename).toBe(text);
});
