import { expect, test } from 'vitest';
import { readLines, readRefusal, readSiteForm } from './site-input.ts';

test('lines are read without what is empty around them', () => {
  expect(readLines('  a \n\n b\n')).toEqual(['a', 'b']);
  expect(readLines(null)).toEqual([]);
});

test('the form becomes what the API takes', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['name', ' Shop '],
    ['origins', 'https://shop.example\n'],
    ['deadClickSeconds', '2.5'],
    ['retentionDays', '90'],
    ['visitorBatchesPerMinute', '120'],
    ['siteBatchesPerMinute', '6000'],
    ['strict', 'on'],
  ] as const)
    form.set(name, value);
  expect(readSiteForm(form)).toEqual({
    name: 'Shop',
    rageRule: 'STRICT',
    origins: ['https://shop.example'],
    keptParameters: [],
    routes: [],
    excludedAddresses: [],
    deadClickMs: 2_500,
    retentionDays: 90,
    visitorBatchesPerMinute: 120,
    siteBatchesPerMinute: 6_000,
  });
});

test('a refusal is told where its field is', () => {
  expect(readRefusal('origins: "x" is no origin such as https://shop.example')).toEqual({
    field: 'origins',
    text: '"x" is no origin such as https://shop.example',
  });
  expect(readRefusal('deadClickMs: 1 is too short')?.field).toBe('deadClickSeconds');
  expect(readRefusal('There is no site "x".')).toBeNull();
  expect(readRefusal(undefined)).toBeNull();
});
