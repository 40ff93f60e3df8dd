import { afterEach, expect, it, vi } from 'vitest';
import { UserProblem } from '../user-problem.ts';
import { makeAwaitShown } from './await-shown.ts';

afterEach(() => {
  vi.useRealTimers();
});

const sent = (session: string) => ({ session, moves: 2, presses: 1, durationMs: 3_000 });
const whole = { mouseMovements: 2, totalClicks: 1, sessionDurationSeconds: 3 };

/** An API that shows these sessions. */
function makeApi(shown: ReadonlyMap<string, typeof whole>) {
  const queries: string[] = [];
  const ask = async <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    queries.push(query);
    const names = [...query.matchAll(/(s\d+): session/g)].map(([, name]) => String(name));
    const found = names.map((name) => [name, shown.get(String(variables[name])) ?? null]);
    return Object.fromEntries(found) as Data;
  };
  return { ask, queries };
}

it('asks for sessions that wait at the same time together', async () => {
  const ids = Array.from({ length: 60 }, (_, i) => `session${i}`);
  const { ask, queries } = makeApi(new Map(ids.map((id) => [id, whole])));
  const awaitShown = makeAwaitShown(ask, 'replay');
  await Promise.all(ids.map((id) => awaitShown(sent(id))));
  // The first one is asked for at once, the others while it is on its way.
  expect(queries).toHaveLength(4);
});

it('waits until all of a session is there, while others go on', async () => {
  const shown = new Map([['b', whole]]);
  const { ask, queries } = makeApi(shown);
  const awaitShown = makeAwaitShown(ask, 'replay');
  const first = awaitShown(sent('a'));
  let isShown = false;
  void first.then(() => {
    isShown = true;
  });
  await awaitShown(sent('b'));
  shown.set('a', { ...whole, mouseMovements: 1 });
  await vi.waitFor(() => expect(queries.length).toBeGreaterThan(3));
  expect(isShown).toBe(false);
  shown.set('a', whole);
  await first;
});

it('says after two minutes what is missing', async () => {
  vi.useFakeTimers();
  const { ask } = makeApi(new Map([['a', { ...whole, mouseMovements: 1 }]]));
  const waiting = makeAwaitShown(ask, 'replay')(sent('a'));
  const told = expect(waiting).rejects.toThrow(
    new UserProblem(
      'Two minutes after the last batch of session a the API shows 1 of 2 samples and 1 of 1 clicks of it.',
    ),
  );
  await vi.advanceTimersByTimeAsync(123_000);
  await told;
});

it('bears an API that is away for a while', async () => {
  const { ask } = makeApi(new Map([['a', whole]]));
  let failures = 2;
  const away = makeAwaitShown(
    (query, variables) =>
      failures-- > 0 ? Promise.reject(new UserProblem('away')) : ask(query, variables),
    'replay',
  );
  await away(sent('a'));
  expect(failures).toBe(-1);
});
