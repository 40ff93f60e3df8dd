import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const root = resolve(import.meta.dirname, '..');
const target = resolve(root, 'dashboard/generated');
const config = {
  immutableTypes: true,
  enumType: 'string-literal',
  disableDescriptions: true,
  useTypeImports: true,
  scalars: { DateTime: 'string', IntColumn: 'readonly number[]', ID: 'string' },
} as const;

/**
 * The dashboard's operations as typed documents. One module a `.graphql` file, so that a view's documents
 * load with the view.
 *
 * @returns the text of each module of `dashboard/generated`, by file name
 */
export async function generateOperations(): Promise<Map<string, string>> {
  const schema = parse(await readFile(resolve(root, 'schema/schema.graphql'), 'utf8'));
  const modules = new Map<string, string>();
  for await (const location of glob('dashboard/*/*.graphql', { cwd: root })) {
    const filename = `${basename(location, '.graphql')}.ts`;
    const document = parse(await readFile(resolve(root, location), 'utf8'));
    const text = await codegen({
      filename,
      schema,
      documents: [{ location, document }],
      config,
      plugins: [{ operations: {} }, { documents: {} }],
      pluginMap: { operations, documents: typedDocumentNode },
    });
    modules.set(filename, `// Made by tools/codegen.ts from ${location}.\n${text}`);
  }
  return modules;
}

if (import.meta.main) {
  await mkdir(target, { recursive: true });
  for (const [filename, text] of await generateOperations())
    await writeFile(resolve(target, filename), text);
}
