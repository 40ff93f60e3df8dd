import { describe, expect, test } from 'vitest';
import { toCsv, toJson } from './table-text.ts';

describe('a table as CSV', () => {
  test('quotes what would break it', () => {
    expect(toCsv([{ page: 'a,"b"\nc', clicks: 3, device: null }])).toBe(
      'page,clicks,device\r\n"a,""b""\nc",3,\r\n',
    );
  });

  test('never hands a spreadsheet a formula that a stranger wrote', () => {
    expect(toCsv([{ page: '=HYPERLINK("x")' }])).toContain(`"'=HYPERLINK(""x"")"`);
    expect(toCsv([{ value: -5 }])).toContain('\r\n-5\r\n');
  });
});

test('a table as JSON is an array of its rows', () => {
  expect(JSON.parse(toJson([{ a: 1, b: 'x' }]))).toEqual([{ a: 1, b: 'x' }]);
});
