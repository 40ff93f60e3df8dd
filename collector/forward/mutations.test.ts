import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { deadLetterMutation, ingestMutation } from './mutations.ts';

const sdl = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');

it.each([ingestMutation, deadLetterMutation])('speaks the API’s schema: %s', (mutation) => {
  expect(validate(buildSchema(sdl), parse(mutation))).toEqual([]);
});
