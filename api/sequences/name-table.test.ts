import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readName, writeName } from './entry-name.ts';
import { NameTable } from './name-table.ts';

function stretchOf(lines: readonly string[]) {
  // With something around it, as in a document.
  const bytes = Buffer.from(`\n${lines.join('\n')}\n`);
  return { bytes, from: 1, to: bytes.length - 1 };
}

const name = fc
  .record({
    kind: fc.constantFrom('page' as const, 'click' as const, 'event' as const),
    route: fc.string({ unit: 'grapheme', maxLength: 8 }),
    subject: fc.string({ maxLength: 3 }),
  })
  .map(writeName);

test('equal names have equal numbers, others others, and each number gives its name', () => {
  fc.assert(
    fc.property(fc.array(fc.array(name, { minLength: 1 })), (sessions) => {
      const table = new NameTable();
      const numbered = new Map<string, number>();
      for (const lines of sessions) {
        for (const [i, number] of table.numbersOf(stretchOf(lines)).entries()) {
          const line = lines[i] ?? '';
          expect(number).toBe(numbered.get(line) ?? numbered.size);
          numbered.set(line, number);
          expect(table.name(number)).toEqual(readName(line));
        }
      }
    }),
  );
});

test('twenty thousand names keep their numbers while the table grows', () => {
  const table = new NameTable();
  const lines = Array.from({ length: 20_000 }, (_, i) => `p/page/${i}`);
  const numbers = table.numbersOf(stretchOf(lines));
  expect(numbers).toEqual([...lines.keys()]);
  expect(table.numbersOf(stretchOf(lines.toReversed()))).toEqual(numbers.toReversed());
});
