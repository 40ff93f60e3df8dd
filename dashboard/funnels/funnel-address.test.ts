import { describe, expect, test } from 'vitest';
import { type FunnelSetting, readFunnel, writeFunnel } from './funnel-address.ts';
import { type Choice, nameStep, parseStep } from './step-words.ts';

describe('a funnel in an address', () => {
  test('survives it', () => {
    const setting: FunnelSetting = {
      steps: [{ page: '/a b' }, { element: '["Pay"]', page: '/cart' }, { event: 'bought' }],
      order: 'STRICT',
      windowMinutes: 60,
      breakdown: 'DEVICE',
    };
    expect(readFunnel(writeFunnel(setting))).toEqual(setting);
  });

  test('that makes no sense is as if it were not there', () => {
    const nothing = { steps: [], order: 'ORDERED', windowMinutes: null, breakdown: null };
    expect(readFunnel({})).toEqual(nothing);
    expect(
      readFunnel({ steps: '[1,{},{"page":2},', order: 'toString', window: '-1', by: 'x' }),
    ).toEqual(nothing);
    expect(readFunnel({ steps: '[{"page":"/"},{"x":1},null]' }).steps).toEqual([{ page: '/' }]);
  });
});

describe('a step in words', () => {
  const pay: Choice = {
    step: {
      kind: 'CLICK',
      label: 'button#pay on /cart',
      page: '/cart',
      element: '["x"]',
      event: null,
    },
    sessions: 3,
  };

  test.each([
    ['/help/*', { page: '/help/*' }],
    ['Page https://shop.example/cart', { page: 'https://shop.example/cart' }],
    ['#pay', { element: '#pay' }],
    ['click main > a', { element: 'main > a' }],
    ['bought', { event: 'bought' }],
    ['Event signed up', { event: 'signed up' }],
    ['Click button#pay on /cart', { page: '/cart', element: '["x"]' }],
    ['  ', null],
  ])('%s', (written, step) => {
    expect(parseStep(written, [pay])).toEqual(step);
  });

  test('is named as it was chosen, or written', () => {
    expect(nameStep({ page: '/cart', element: '["x"]' }, [pay])).toBe('Click button#pay on /cart');
    expect(nameStep({ element: '#other' }, [pay])).toBe('Click #other');
    expect(nameStep({ event: 'bought', page: '/' }, [])).toBe('Event bought on /');
  });
});
