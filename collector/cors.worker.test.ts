import { expect, it } from 'vitest';
import { makePacked, post } from './testing/batches.ts';
import { startPair } from './testing/start.ts';
import { siteOf } from './testing/stub-api.ts';

const origin = 'https://shop.example';

it('answers a page so that it may read the answer, also a beacon’s with credentials', async () => {
  const { url } = await startPair([siteOf('shop', { origins: [origin] })]);
  const { headers, status } = await post(url, makePacked(), {
    origin,
    'content-type': 'text/plain',
  });
  expect(status).toBe(202);
  expect(headers.get('access-control-allow-origin')).toBe(origin);
  expect(headers.get('access-control-allow-credentials')).toBe('true');
  expect(headers.get('vary')).toContain('Origin');
});

it('lets a page of a forbidden origin read that it is forbidden, so that its tracker gives up', async () => {
  const { url } = await startPair([siteOf('shop', { origins: [origin] })]);
  const { headers, status } = await post(url, makePacked(), { origin: 'https://evil.example' });
  expect(status).toBe(403);
  expect(headers.get('access-control-allow-origin')).toBe('https://evil.example');
});

it('answers a preflight for JSON clients in a page', async () => {
  const { url } = await startPair();
  const response = await fetch(`${url}/v1/batches`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe(origin);
  expect(response.headers.get('access-control-allow-methods')).toContain('POST');
  expect(response.headers.get('access-control-allow-headers')).toContain('content-type');
});
