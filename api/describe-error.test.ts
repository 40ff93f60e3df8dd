import { expect, test } from 'vitest';
import { describeError } from './describe-error.ts';
import { makeLog } from './log.ts';

function lineOf(error: unknown): string {
  const lines: string[] = [];
  makeLog('info', { write: (line) => void lines.push(line) }).error({ err: error }, 'it failed');
  return lines.join('');
}

test('a logged error tells where and what kind, not whose data it was', () => {
  const message =
    'E11000 duplicate key error collection: t.batches index: site_1 dup key: { site: "shop", visitor: "mN7-cR2_dYhJ8sUf" }';
  const error = Object.assign(new Error(message), {
    name: 'MongoBulkWriteError',
    code: 11_000,
    keyValue: { visitor: 'mN7-cR2_dYhJ8sUf' },
    writeErrors: [{ err: { op: { url: 'https://shop.test/account' } } }],
  });
  const line = lineOf(new Error('cannot commit "mN7-cR2_dYhJ8sUf"', { cause: error }));
  expect(line).not.toMatch(/mN7-cR2_dYhJ8sUf|shop\.test/);
  expect(JSON.parse(line)).toMatchObject({
    msg: 'it failed',
    err: {
      type: 'Error',
      message: 'cannot commit "…"',
      stack: expect.stringContaining('describe-error.test.ts'),
      cause: {
        type: 'MongoBulkWriteError',
        code: 11_000,
        message: expect.stringContaining('index: site_1 dup key: …'),
      },
    },
  });
});

test('what is thrown and is no error is described too', () => {
  expect(describeError('no page at https://shop.test/x')).toEqual({
    type: 'string',
    message: 'no page at …',
  });
});
