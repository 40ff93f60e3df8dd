import { expect, test } from 'vitest';
import { installSnippet } from './install-snippet.ts';

test('the tag loads the collector’s script for the site, whatever the site is called', () => {
  expect(installSnippet('https://c.example', 'a"b&c')).toBe(
    '<script defer src="https://c.example/t.js" data-site="a&quot;b&amp;c"></script>',
  );
});
