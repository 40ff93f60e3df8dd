import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findChangedFields } from './changed-fields.ts';

type Json = { readonly [name: string]: unknown };

/** What MongoDB makes of the changes. */
function apply(
  before: Json,
  { $set = {}, $unset = {} }: ReturnType<typeof findChangedFields> & {},
) {
  const after = structuredClone(before);
  for (const [path, value] of Object.entries($set)) {
    const [holder, name] = holderOf(after, path);
    holder[name] = value;
  }
  for (const path of Object.keys($unset)) {
    const [holder, name] = holderOf(after, path);
    delete holder[name];
  }
  return after;
}

function holderOf(document: Json, path: string): [Record<string, unknown>, string] {
  const names = path.split('.');
  const last = names.pop() ?? '';
  const holder = names.reduce<unknown>((value, name) => (value as Json)[name], document);
  return [holder as Record<string, unknown>, last];
}

const name = fc.constantFrom('a', 'b', 'c');
const { document } = fc.letrec<{ document: Json; value: unknown }>((tie) => ({
  document: fc.dictionary(name, tie('value'), { noNullPrototype: true }),
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, 0, 1, 'x', 'y'),
    fc.date({ noInvalidDate: true, max: new Date(3) }),
    fc.array(fc.constantFrom(1, 2), { maxLength: 2 }),
    fc.array(tie('document'), { maxLength: 3 }),
    tie('document'),
  ),
}));

test('the changes turn any document into any other', () => {
  fc.assert(
    fc.property(document, document, (before, after) => {
      const changes = findChangedFields(before, after);
      expect(changes ? apply(before, changes) : before).toEqual(after);
    }),
  );
});

test('the same document needs no change, whatever its id', () => {
  fc.assert(
    fc.property(document, (same) => {
      expect(findChangedFields({ ...same, _id: 1 }, structuredClone(same))).toBeNull();
    }),
  );
});

test('of a list of objects only the one that changed is written', () => {
  const before = { summary: { hovers: [{ ms: 1 }, { ms: 2 }], clicks: 3 } };
  const after = { summary: { hovers: [{ ms: 1 }, { ms: 5 }, { ms: 7 }], clicks: 3 } };
  expect(findChangedFields(before, after)).toEqual({
    $set: { 'summary.hovers.1.ms': 5, 'summary.hovers.2': { ms: 7 } },
  });
});

test('a list of plain values is written whole, and a shorter one too', () => {
  const before = { words: ['a', 'b'], hovers: [{ ms: 1 }, { ms: 2 }] };
  expect(findChangedFields(before, { words: ['a', 'c'], hovers: [{ ms: 1 }] })).toEqual({
    $set: { words: ['a', 'c'], hovers: [{ ms: 1 }] },
  });
});
