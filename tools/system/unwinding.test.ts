import { expect, test } from 'vitest';
import { makeUnwinding } from './unwinding.ts';

test('parts end in the opposite order of their start, whichever was ready first', async () => {
  const ended: string[] = [];
  const started = makeUnwinding();
  const part = (name: string) => ({ stop: async () => void ended.push(name) });
  const slow = Promise.withResolvers<ReturnType<typeof part>>();
  const first = started.hold(slow.promise);
  await started.hold(Promise.resolve(part('collector')));
  slow.resolve(part('api'));
  await first;
  await started.unwind();
  expect(ended).toEqual(['collector', 'api']);
});

test('a part that is still starting is stopped once it has started', async () => {
  const ended: string[] = [];
  const started = makeUnwinding();
  const late = Promise.withResolvers<{ stop: () => Promise<void> }>();
  void started.hold(late.promise);
  const unwound = started.unwind();
  late.resolve({ stop: async () => void ended.push('late') });
  await unwound;
  expect(ended).toEqual(['late']);
});

test('one that fails to end does not keep the others running, and its failure is told', async () => {
  const ended: string[] = [];
  const started = makeUnwinding();
  await started.hold(Promise.resolve({ stop: async () => void ended.push('mongod') }));
  await started.hold(Promise.resolve({ stop: () => Promise.reject(new Error('stuck')) }));
  await expect(started.unwind()).rejects.toThrow('stuck');
  expect(ended).toEqual(['mongod']);
});
