import { readFile } from 'node:fs/promises';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { printSdl } from './print-schema.ts';
import { schema } from './schema.ts';

test('schema/schema.graphql is what the code says (npm run schema:print)', async () => {
  const written = await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
  expect(written).toBe(printSdl());
});

const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

test('every type and every field says what it is', () => {
  const silent = own.flatMap((type) => {
    const named = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
    const fields = named
      ? Object.values(type.getFields()).map(({ name, description }) => ({
          name: `${type.name}.${name}`,
          description,
        }))
      : [];
    const values = isEnumType(type)
      ? type.getValues().map(({ name, description }) => ({
          name: `${type.name}.${name}`,
          description,
        }))
      : [];
    return [{ name: type.name, description: type.description }, ...fields, ...values]
      .filter(({ description }) => !description)
      .map(({ name }) => name);
  });
  expect(silent).toEqual([]);
});
