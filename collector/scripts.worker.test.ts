import { expect, it } from 'vitest';
import { bundleWorker } from './bundle.ts';
import { startPair } from './testing/start.ts';

it('serves the tracker with caching headers that last', async () => {
  const { url } = await startPair();
  const response = await fetch(`${url}/t.js`);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('/* the tracker */');
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe(
    'public, max-age=3600, stale-while-revalidate=86400',
  );
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('etag')).toMatch(/^(W\/)?"tracker-1"$/);
});

it.each(['"tracker-1"', 'W/"tracker-1"', '"old", "tracker-1"', '*'])(
  'answers 304 to whoever has it: %s',
  async (tag) => {
    const { url } = await startPair();
    const response = await fetch(`${url}/t.js`, { headers: { 'if-none-match': tag } });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe('');
  },
);

it('sends it again to whoever has an old one, and its headers alone where only those are asked for', async () => {
  const { url } = await startPair();
  const again = await fetch(`${url}/t.js?v=2`, { headers: { 'if-none-match': '"old"' } });
  expect(await again.text()).toBe('/* the tracker */');
  const head = await fetch(`${url}/t.js`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(head.headers.get('etag')).toContain('tracker-1');
});

it.each(['/t-press.js', '/t-extra.js'])(
  'serves what the script loads besides: %s',
  async (path) => {
    const scripts = { [path]: { body: '/* more */', etag: '"more-1"' } };
    const { url } = await startPair(undefined, { script: await bundleWorker({ scripts }) });
    const response = await fetch(url + path);
    expect(await response.text()).toBe('/* more */');
    // A page of any origin imports it.
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  },
);

it('says so where the tracker is not built, and lets nobody cache that', async () => {
  const { url } = await startPair(undefined, { script: await bundleWorker({ scripts: {} }) });
  const response = await fetch(`${url}/t.js`);
  expect(response.status).toBe(503);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.text()).toMatch(/^\/\*.*not built.*\*\/\s*$/);
});

it('tells its health', async () => {
  const { url } = await startPair();
  const response = await fetch(`${url}/health`);
  expect(await response.json()).toEqual({ status: 'ok', forward: 'direct', underway: 0 });
});
