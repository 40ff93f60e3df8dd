import fc from 'fast-check';
import { BSON } from 'mongodb';
import { expect, test } from 'vitest';
import { StoredSequence, type Stretch } from './stored-sequence.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const optional = fc.option(text);
const document = fc.record({
  ...{ site: text, session: text, visitor: text, device: fc.constant('MOBILE') },
  ...{ browser: optional, country: optional, referrer: optional, names: text },
  startedAt: fc.date({ noInvalidDate: true }),
  entries: fc.uint8Array({ maxLength: 300 }).map((bytes) => new BSON.Binary(bytes)),
});
const order = fc.shuffledSubarray(
  [
    ...['_id', 'site', 'session', 'visitor', 'startedAt', 'device', 'browser', 'country'],
    'referrer',
  ],
  { minLength: 9 },
);

const content = ({ bytes, from, to }: Stretch) => Buffer.from(bytes.subarray(from, to));

test('every field is read as the database wrote it, in whatever order', () => {
  const sequence = new StoredSequence();
  fc.assert(
    fc.property(document, order, fc.boolean(), (made, names, last) => {
      const all: Record<string, unknown> = { ...made, _id: new BSON.ObjectId() };
      const ordered = last ? [...names, 'names', 'entries'] : ['entries', ...names, 'names'];
      sequence.turnTo(BSON.serialize(Object.fromEntries(ordered.map((name) => [name, all[name]]))));
      expect({
        ...{ session: sequence.session, visitor: sequence.visitor, startedAt: sequence.startedAt },
        ...{ browser: sequence.textOf('browser'), country: sequence.textOf('country') },
        ...{ device: sequence.textOf('device'), referrer: sequence.textOf('referrer') },
        ...{ names: content(sequence.names).toString(), entries: content(sequence.entries) },
      }).toEqual({
        ...{ session: made.session, visitor: made.visitor, startedAt: made.startedAt.getTime() },
        ...{ browser: made.browser, country: made.country, device: made.device },
        ...{ referrer: made.referrer, names: made.names },
        entries: Buffer.from(made.entries.buffer.subarray(0, made.entries.position)),
      });
    }),
  );
});

test('nothing of the document before remains', () => {
  const sequence = new StoredSequence();
  sequence.turnTo(BSON.serialize({ browser: 'Firefox', names: 'p/', visitor: 'ada' }));
  sequence.turnTo(BSON.serialize({ visitor: 'ben' }));
  expect(sequence.visitor).toBe('ben');
  expect(sequence.textOf('browser')).toBeNull();
  expect(content(sequence.names)).toHaveLength(0);
});

test('a field that merely begins alike is another; a type that no sequence has is refused', () => {
  const sequence = new StoredSequence();
  sequence.turnTo(BSON.serialize({ names2: 'x', sessions: 'y', session: 'z' }));
  expect([sequence.session, content(sequence.names).toString()]).toEqual(['z', '']);
  expect(() => sequence.turnTo(BSON.serialize({ visitor: [1] }))).toThrow('BSON type 4');
});
