import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkBatch } from './check.ts';
import { decodeBatch } from './decode.ts';
import { eventShapes } from './events.ts';
import { packBatch } from './outgoing.ts';
import { readExample } from './testing/format-example.ts';

const format = readFileSync(new URL('./FORMAT.md', import.meta.url), 'utf8');

it('has an example that passes the check as it is, with nothing left to be filled in', () => {
  const example: unknown = JSON.parse(readExample());
  expect(checkBatch(example)).toEqual(example);
});

it('has an example that can be packed and unpacked', () => {
  const example = checkBatch(JSON.parse(readExample()));
  expect(decodeBatch(packBatch(example))).toEqual(example);
});

it('has an event of every type in its example', () => {
  const types = checkBatch(JSON.parse(readExample())).events.map(({ type }) => type);
  expect(new Set(types)).toEqual(new Set(Object.keys(eventShapes)));
});

it.each(Object.entries(eventShapes))('lists the fields of %s in their order', (type, shape) => {
  const row = format.split('\n').find((line) => line.startsWith(`| \`${type}\` | ${shape.code} |`));
  const fields = [...(row?.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(fields).toEqual([...shape.numbers, ...shape.strings]);
});
