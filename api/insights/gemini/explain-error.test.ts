import { expect, test } from 'vitest';
import { readRetrySeconds } from './explain-error.ts';

const retryInfo = (retryDelay: string) => [
  { '@type': 'type.googleapis.com/google.rpc.Help', links: [] },
  { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay },
];

test.each([
  [retryInfo('37s'), '', 37],
  [retryInfo('20.223932614s'), '', 21],
  [undefined, 'Please retry in 46.3s.', 47],
  [[], 'Please retry in 10h17m5.723541104s.', 37_026],
  [undefined, 'You exceeded your current quota.', null],
  ['nonsense', '', null],
])('how long to wait is told in seconds', (details, message, seconds) => {
  expect(readRetrySeconds(details, message)).toBe(seconds);
});
