import { ObjectId } from 'mongodb';
import { expect, test } from 'vitest';
import type { SessionDocument } from '../store/sessions.ts';
import { isStill, type KnownSession, SessionCache } from './session-cache.ts';
import type { ViewDocument } from './view-document.ts';

type StoredView = ViewDocument & { readonly _id: ObjectId };

const sessionId = new ObjectId();
const viewId = new ObjectId();

function makeView(fields: Partial<StoredView>): StoredView {
  const place = { site: 'shop', session: 's', visitor: 'v', view: 'one' };
  const nothing = { dated: null, state: null, tip: null, summary: null };
  const folded = { nextSeq: 2, foldedTo: 2, laterSeqs: [], isOver: false };
  return { _id: viewId, ...place, ...folded, ...nothing, ...fields };
}

const session = { _id: sessionId, site: 'shop', session: 's', version: 7 };
const known: KnownSession = {
  session: session as unknown as SessionDocument & { _id: ObjectId },
  views: [makeView({})],
  folded: new Set(['one']),
};

test('a session is as it was left while its version and its views are', () => {
  expect(isStill(known, session, [makeView({})])).toBe(true);
});

test.each<[string, typeof session | undefined, StoredView]>([
  ['another version', { ...session, version: 8 }, makeView({})],
  ['another document of the same version', { ...session, _id: new ObjectId() }, makeView({})],
  ['no session', undefined, makeView({})],
  ['a view with another batch', session, makeView({ foldedTo: 3 })],
  ['a view with a batch beyond a gap', session, makeView({ laterSeqs: [4] })],
  ['a view that was made anew', session, makeView({ _id: new ObjectId() })],
])('%s is not what was left', (_what, now, view) => {
  expect(isStill(known, now, [view])).toBe(false);
});

test('a view more or less is not what was left', () => {
  const other = makeView({ _id: new ObjectId(), view: 'two', foldedTo: 0, laterSeqs: [3] });
  expect(isStill(known, session, [makeView({}), other])).toBe(false);
  expect(isStill(known, session, [])).toBe(false);
});

test('of views that were not touched, no state is kept', () => {
  const cache = new SessionCache();
  const state = { marks: {} } as unknown as ViewDocument['state'];
  const other = makeView({ view: 'two', state });
  cache.remember('shop/s', known.session, [makeView({ state })], [other]);
  const { views, folded } = cache.find('shop/s') as KnownSession;
  expect(views.map((view) => [view.view, view.state])).toEqual([
    ['two', null],
    ['one', state],
  ]);
  expect([...folded]).toEqual(['one']);
});

test('the cache holds so many sessions and forgets the one that was longest silent', () => {
  const cache = new SessionCache();
  for (let i = 0; i <= 3_000; i++) cache.remember(`shop/${i}`, known.session, [], []);
  expect(cache.find('shop/0')).toBeNull();
  expect(cache.find('shop/1')).not.toBeNull();
});
