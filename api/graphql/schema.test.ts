import { readFile } from 'node:fs/promises';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

import { expect, test } from 'vitest';
import { printSdl } from './print-schema.ts';
import { schema } from './schema.ts';

test('schema/schema.graphql is what the code says (npm run schema:print)', async () => {
  const written = await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
  expect(written).toBe(printSdl());
});

const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

/** `Type`, `Type.field`, `Type.field(argument)` and `Enum.VALUE` of a type, with what each says of itself. */
function describe(
  type: GraphQLNamedType,
): { name: string; description: string | null | undefined }[] {
  if (isEnumType(type)) return [type, ...type.getValues().map((value) => within(type.name, value))];
  if (isInputObjectType(type)) {
    return [type, ...Object.values(type.getFields()).map((field) => within(type.name, field))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [type];
  const fields = Object.values(type.getFields()).flatMap((field) => [
    within(type.name, field),
    ...field.args.map(({ name, description }) => ({
      name: `${type.name}.${field.name}(${name})`,
      description,
    })),
  ]);
  return [type, ...fields];
}

const within = (
  type: string,
  { name, description }: { name: string; description?: string | null | undefined },
) => ({ name: `${type}.${name}`, description });

test('every type, field, argument and value says what it is', () => {
  const silent = own.flatMap(describe).filter(({ description }) => !description);
  expect(silent.map(({ name }) => name)).toEqual([]);
});
