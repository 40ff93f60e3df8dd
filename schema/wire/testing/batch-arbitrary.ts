import fc from 'fast-check';
import { limits } from '../../limits.ts';
import { type Batch, elementStrings, pageNumbers, pageStrings } from '../batch.ts';
import { BoxKind, type EventType, eventShapes, type WireEvent } from '../events.ts';
import { boxUnitPx, encodeBoxes } from '../wireframe.ts';

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const id = (chars: number) =>
  fc.string({ unit: fc.constantFrom(...base64url), minLength: chars, maxLength: chars });
const ms = fc.nat(2 ** 31 - 1);
const px = fc.integer({ min: -1_000_000, max: 1_000_000 });
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const record = <T>(names: readonly string[], value: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(names.map((name) => [name, value])));

/** Numbers that mean a code or a bit, where any whole number will not do. */
const small = fc.integer({ min: 0, max: 1 });
const codes = {
  pointer: small,
  kind: small,
  state: small,
  exempt: small,
  clicked: small,
  refilled: small,
};

const edge = fc.integer({ min: -2_000, max: 5_000 }).map((units) => units * boxUnitPx);
const side = fc.nat(5_000).map((units) => units * boxUnitPx);
/** Some boxes of a page. */
export const anyBoxes = fc.array(
  fc.record({
    kind: fc.constantFrom(...Object.values(BoxKind)),
    x: edge,
    y: edge,
    width: side,
    height: side,
    mark: fc.nat(2 ** 15 - 1),
  }),
  { maxLength: 60 },
);

function eventOf(type: EventType): fc.Arbitrary<WireEvent> {
  const { numbers, strings }: { numbers: readonly string[]; strings: readonly string[] } =
    eventShapes[type];
  const number = (name: string) =>
    name in codes
      ? small
      : name === 'element'
        ? fc.integer({ min: -1, max: 4_999 })
        : fc.nat(10_000);
  const properties = fc
    .dictionary(fc.string({ maxLength: 8 }), fc.oneof(fc.string({ maxLength: 8 }), fc.integer()))
    .map((value) => JSON.stringify(Object.fromEntries(Object.entries(value))));
  const structured: Partial<Record<string, fc.Arbitrary<string>>> = {
    properties,
    boxes: anyBoxes.map(encodeBoxes),
  };
  return fc.record({
    type: fc.constant(type),
    t: ms,
    ...Object.fromEntries(numbers.map((name) => [name, number(name)])),
    ...Object.fromEntries(strings.map((name) => [name, structured[name] ?? text])),
  }) as unknown as fc.Arbitrary<WireEvent>;
}

const anyEvent = fc.oneof(...(Object.keys(eventShapes) as EventType[]).map(eventOf));

const anyPage = fc
  .tuple(
    record(pageNumbers, small),
    record(pageStrings, text),
    fc.integer({ min: 1, max: 2 ** 48 - 1 }),
    fc.integer({ min: 1, max: 2 ** 48 - 1 }),
  )
  .map(([numbers, strings, startedAt, sentAt]) => ({ ...numbers, ...strings, startedAt, sentAt }));

const anyElements = fc
  .tuple(
    fc.nat(limits.elementsPerView - 100),
    fc.array(record(elementStrings, text), { maxLength: 8 }),
  )
  .map(([first, elements]) => elements.map((element, i) => ({ index: first + i, ...element })));

const anyMoves = fc.array(fc.tuple(ms, px, px), { maxLength: 60 }).map((rows) => ({
  t: rows.map((r) => r[0]),
  x: rows.map((r) => r[1]),
  y: rows.map((r) => r[2]),
}));

/** Any batch that `checkBatch` accepts as it is. */
export const anyBatch = fc
  .record({
    v: fc.constant(1 as const),
    site: fc.string({ unit: fc.constantFrom(...'abcXYZ019._-'), maxLength: limits.siteChars }),
    session: id(16),
    visitor: id(16),
    view: id(8),
    seq: fc.oneof(fc.constant(0), fc.nat(limits.seq)),
    activeMs: ms,
    page: anyPage,
    elements: anyElements,
    moves: anyMoves,
    events: fc.array(anyEvent, { maxLength: 20 }),
    lost: fc.record({ moves: fc.nat(1_000_000), events: fc.nat(1_000_000) }),
  })
  .map(
    (batch) => ({ ...batch, page: batch.seq === 0 ? batch.page : undefined }) as unknown as Batch,
  );
