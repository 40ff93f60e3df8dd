import { expect, test } from 'vitest';
import { checkWebhookUrl, isPublicAddress, lookupPublic } from './webhook-target.ts';

test.each([
  'https://hooks.example.com/a?b=c',
  'https://93.184.215.14/',
  'https://[2606:4700::1]/x',
])('%s may be called', (url) => {
  expect(checkWebhookUrl(url, false)).toBe(url);
});

test.each([
  ...['http://hooks.example.com/', 'ftp://hooks.example.com/', 'hooks.example.com', ''],
  ...['https://localhost/', 'https://127.0.0.1/', 'https://10.1.2.3/', 'https://192.168.1.1/'],
  ...['https://169.254.169.254/latest/meta-data', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/'],
  ...['https://0x7f.1/', 'https://2130706433/', 'https://0/', 'https://metadata/'],
  ...['https://db.internal/', 'https://user:secret@hooks.example.com/', 'https://[fd00::1]/'],
])('%s may not be called', (url) => {
  expect(() => checkWebhookUrl(url, false)).toThrow(/^webhookUrl /);
});

test('in local mode this machine may be called, without TLS', () => {
  expect(checkWebhookUrl('http://127.0.0.1:9000/hook', true)).toBe('http://127.0.0.1:9000/hook');
  expect(() => checkWebhookUrl('file:///etc/passwd', true)).toThrow(/https/);
});

test.each(['127.0.0.1', '::ffff:10.0.0.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', 'nonsense'])(
  '%s is not public',
  (address) => {
    expect(isPublicAddress(address)).toBe(false);
  },
);

test('a public name that leads to this machine is refused when it is connected to', async () => {
  const error = await new Promise((resolve) => {
    lookupPublic('localhost', {}, (problem) => resolve(problem));
  });
  expect(String(error)).toMatch(/not on the public internet/);
});
