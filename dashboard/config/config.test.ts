import { describe, expect, test } from 'vitest';
import { loadConfig, readConfig } from './config.ts';

const page = 'https://watch.example/sessions';

describe('the config', () => {
  test('may name the API’s origin or its endpoint', () => {
    const config = { apiUrl: 'http://localhost:5001', collectorUrl: 'http://localhost:8787/' };
    expect(readConfig(config, page)).toEqual({
      apiUrl: 'http://localhost:5001/graphql',
      socketUrl: 'ws://localhost:5001/graphql',
      collectorUrl: 'http://localhost:8787',
    });
    expect(readConfig({ apiUrl: 'https://api.example/v2/graphql' }, page).socketUrl).toBe(
      'wss://api.example/v2/graphql',
    );
  });

  test('falls back to the page’s own origin', () => {
    expect(readConfig({}, page).apiUrl).toBe('https://watch.example/graphql');
  });

  test('that is missing is told in a sentence', async () => {
    const answers = [
      async () => new Response('<!doctype html>'),
      async () => new Response('', { status: 404 }),
      async () => Promise.reject(new TypeError('offline')),
    ];
    for (const answer of answers)
      await expect(loadConfig(answer, page)).rejects.toThrow('/config.json');
  });
});
