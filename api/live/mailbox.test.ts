import { expect, test } from 'vitest';
import { Mailbox } from './mailbox.ts';

test('a slow reader gets the newest of each key, in the order in which keys first came', async () => {
  const box = new Mailbox<number>(() => undefined);
  box.put('a', 1);
  box.put('b', 2);
  box.put('a', 3);
  expect((await box.next()).value).toBe(3);
  expect((await box.next()).value).toBe(2);
});

test('a reader that waits is woken', async () => {
  const box = new Mailbox<number>(() => undefined);
  const next = box.next();
  box.put('a', 1);
  expect(await next).toEqual({ done: false, value: 1 });
});

test('closing ends a reader that waits, and is told once', async () => {
  let closed = 0;
  const box = new Mailbox<number>(() => closed++);
  const next = box.next();
  await box.return();
  await box.return();
  box.put('a', 1);
  expect(await next).toEqual({ done: true, value: undefined });
  expect((await box.next()).done).toBe(true);
  expect(closed).toBe(1);
});
