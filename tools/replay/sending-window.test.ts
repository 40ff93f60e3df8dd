import { expect, it } from 'vitest';
import { makeSendingWindow } from './sending-window.ts';

it('begins work in order, never more than its limit at a time', async () => {
  const window = makeSendingWindow(3);
  const begun: number[] = [];
  let underWay = 0;
  let most = 0;
  for (let i = 0; i < 20; i++) {
    await window.begin(async () => {
      begun.push(i);
      most = Math.max(most, ++underWay);
      await new Promise(setImmediate);
      underWay--;
    });
  }
  await window.finish();
  expect(begun).toEqual(Array.from({ length: 20 }, (_, i) => i));
  expect([most, underWay]).toEqual([3, 0]);
});

it('tells of a failure even if nobody was waiting when it happened', async () => {
  const window = makeSendingWindow(5);
  await window.begin(() => Promise.reject(new Error('refused')));
  await expect(window.finish()).rejects.toThrow('refused');
});

it('begins nothing after a failure', async () => {
  const window = makeSendingWindow(1);
  await window.begin(() => Promise.reject(new Error('refused')));
  let begun = false;
  const next = window.begin(() => {
    begun = true;
    return Promise.resolve();
  });
  await expect(next).rejects.toThrow('refused');
  expect(begun).toBe(false);
});
