import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import type { Batch } from './batch.ts';
import { checkBatch } from './check.ts';
import { decodeBatch } from './decode.ts';
import type { WireEventOf } from './events.ts';
import { MalformedBatchError } from './malformed.ts';
import { packBatch } from './outgoing.ts';
import { anyBatch } from './testing/batch-arbitrary.ts';

const page = {
  startedAt: 1_760_000_000_000,
  sentAt: 1_760_000_002_000,
  viewportWidth: 1280,
  viewportHeight: 800,
  documentWidth: 1280,
  documentHeight: 2400,
  url: 'https://shop.example/',
};
const least = {
  session: 'AAAAAAAAAAAAAAAA',
  visitor: 'BBBBBBBBBBBBBBBB',
  view: 'CCCCCCCC',
  seq: 1,
};
const later = { ...least, activeMs: 10 };
const first = { ...later, seq: 0, page };

function refusalOf(input: unknown): { place: string; reason: string } {
  try {
    checkBatch(input);
  } catch (error) {
    if (error instanceof MalformedBatchError) return { place: error.place, reason: error.reason };
    throw error;
  }
  throw new Error('accepted');
}

/** What, the batch, the place and the reason. */
const refusals: [string, unknown, string, string | RegExp][] = [
  ['no object', 'hello', 'batch', 'is no object'],
  ['a missing field', { ...later, activeMs: undefined }, 'activeMs', /is missing/],
  ['a short session id', { ...later, session: 'AAAA' }, 'session', /16 characters of base64url/],
  ['a strange session id', { ...later, session: 'AAAAAAAAAAAAAA/+' }, 'session', /base64url/],
  ['a strange site', { ...later, site: 'a b' }, 'site', /letters, digits/],
  ['another version', { ...later, v: 2 }, 'v', /only version/],
  ['a negative seq', { ...later, seq: -1 }, 'seq', /is -1, not a whole number from 0/],
  ['a fraction', { ...later, activeMs: 1.5 }, 'activeMs', /is 1.5, not a whole number/],
  ['a text for a number', { ...later, activeMs: '1' }, 'activeMs', /is no number/],
  ['a first batch without page', { ...later, seq: 0 }, 'page', /is missing/],
  ['a page block in a later batch', { ...first, seq: 1 }, 'page', /first batch/],
  ['no date', { ...first, page: { ...page, sentAt: 0 } }, 'page.sentAt', /is 0/],
  ['unequal columns', { ...later, moves: { t: [1], x: [1], y: [] } }, 'moves', /t 1, x 1, y 0/],
  [
    'a far coordinate',
    { ...later, moves: { t: [1, 2], x: [0, 1e7], y: [0, 0] } },
    'moves.x',
    /has 10000000 at 1/,
  ],
  ['NaN', { ...later, moves: { t: [NaN], x: [0], y: [0] } }, 'moves.t', /has NaN at 0/],
  ['an unknown event', { ...later, events: [{ type: 'key', t: 1 }] }, 'events[0].type', /no known/],
  ['no event', { ...later, events: [null] }, 'events[0]', /is no event/],
  [
    'an unknown code',
    { ...later, events: [{ type: 'visibility', t: 1, state: 3 }] },
    'events[0].state',
    /is 3, not a whole number from 0 to 2/,
  ],
  [
    'properties that are nested',
    { ...later, events: [{ type: 'custom', t: 1, name: 'n', properties: '{"a":{}}' }] },
    'events[0].properties',
    /flat JSON object/,
  ],
  [
    'elements out of row',
    { ...later, elements: [{ index: 0 }, { index: 2 }] },
    'elements[1].index',
    /is not 1/,
  ],
  [
    'too many elements',
    { ...later, elements: Array.from({ length: 301 }, (_, index) => ({ index })) },
    'elements',
    /has 301 entries, the limit is 300/,
  ],
];

describe('checkBatch', () => {
  it('fills in what plain JSON may leave out', () => {
    expect(checkBatch(later)).toEqual({
      ...later,
      v: 1,
      site: '',
      elements: [],
      moves: { t: [], x: [], y: [] },
      events: [],
      lost: { moves: 0, events: 0 },
    });
    expect(checkBatch(first).page).toEqual({
      ...page,
      kind: 0,
      touch: 0,
      automated: 0,
      referrer: '',
      user: '',
    });
  });

  it('cuts texts that are too long and never refuses them', () => {
    const long = 'x'.repeat(3000);
    const batch = checkBatch({
      ...first,
      page: { ...page, url: long },
      elements: [
        { index: 0, tag: long, id: long, class: long, role: long, path: long, name: long },
      ],
      events: [{ type: 'error', t: 1, line: 1, column: 1, message: long, source: long }],
    });
    expect(batch.page?.url).toHaveLength(limits.urlChars);
    expect(batch.elements[0]?.tag).toHaveLength(limits.tagChars);
    expect(batch.elements[0]?.id).toHaveLength(limits.idChars);
    expect(batch.elements[0]?.class).toHaveLength(limits.classChars);
    expect((batch.events[0] as WireEventOf<'error'>).message).toHaveLength(limits.errorChars);
  });

  it('cuts between characters, so that a text survives packing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (url) => {
        const batch = checkBatch({ ...first, page: { ...page, url: `${'a'.repeat(450)}${url}` } });
        expect(decodeBatch(packBatch(batch)).page?.url).toBe(batch.page?.url);
      }),
    );
  });

  it('keeps a custom event’s properties a flat JSON object, however long they were', () => {
    const properties = JSON.stringify(
      Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`property${i}`, 'value'])),
    );
    const batch = checkBatch({
      ...later,
      events: [{ type: 'custom', t: 1, name: 'n', properties }],
    });
    const kept = (batch.events[0] as WireEventOf<'custom'>).properties;
    expect(kept.length).toBeLessThanOrEqual(limits.propertiesChars);
    expect(JSON.parse(kept)).toMatchObject({ property0: 'value', property9: 'value' });
  });
});

describe('checkBatch refuses', () => {
  it.each(refusals)('%s with place and reason', (_, input, place, reason) => {
    const refusal = refusalOf(input);
    expect(refusal.place).toBe(place);
    expect(refusal.reason).toMatch(reason);
  });

  it('answers any JSON with a batch or a refusal that names a place', () => {
    const tampered = fc
      .tuple(
        anyBatch,
        fc.constantFrom('page', 'moves', 'events', 'elements', 'seq', 'lost'),
        fc.jsonValue(),
      )
      .map(([batch, field, value]) => ({ ...batch, [field]: value }) as unknown);
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), tampered), (input) => {
        try {
          const batch: Batch = checkBatch(input);
          expect(checkBatch(decodeBatch(packBatch(batch)))).toEqual(batch);
        } catch (error) {
          if (!(error instanceof MalformedBatchError)) throw error;
          expect(error.place).toMatch(/^[\w.[\]]+$/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
