import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Listed, tellApart } from './tell-apart.ts';

const at = (path: string, label = 'a', page = '/'): Listed => ({ page, label, path });

test('elements of one label are told apart by the end of their paths, and no longer than it takes', () => {
  const hints = tellApart([
    at('section > div > label:nth-of-type(2)', 'label.tone'),
    at('section > div > label:nth-of-type(3)', 'label.tone'),
    at('#content > details:nth-of-type(1) > summary', 'summary'),
    at('#content > details:nth-of-type(2) > summary', 'summary'),
    at('#pay', 'button#pay'),
  ]);
  const wanted = ['label 2', 'label 3', 'details 1 › summary', 'details 2 › summary', null];
  expect(hints).toEqual(wanted);
});

test('where only a step far up differs, what is between is left out', () => {
  const path = (section: number) => `section:nth-of-type(${section}) > form > fieldset > div > a`;
  expect(tellApart([at(path(1), 'a.more'), at(path(2), 'a.more')])).toEqual([
    'section 1 › … › a',
    'section 2 › … › a',
  ]);
});

test('a bare tag says where it is, and one with a name of its own only where another is called so', () => {
  expect(tellApart([at('header > nav > a:nth-of-type(2)')])).toEqual(['nav › a 2']);
  expect(tellApart([at('header > nav > a', 'a.home')])).toEqual([null]);
  expect(tellApart([at('html', 'html')])).toEqual([null]);
  // Another page is told already.
  expect(tellApart([at('nav > a', 'a.home'), at('nav > a', 'a.home', '/cart')])).toEqual([
    null,
    null,
  ]);
});

test('on one path classes tell them apart', () => {
  const listed = (elementClass: string | null) => ({ ...at('p > a', 'a.x'), elementClass });
  expect(tellApart([listed('x on'), listed('x off')])).toEqual(['.x.on', '.x.off']);
  expect(tellApart([listed(null), listed('x off')])).toEqual(['no class', '.x.off']);
});

test('different paths never read the same', () => {
  const step = fc.constantFrom('div', 'div:nth-of-type(2)', 'ul > li', 'nav', '#top > p');
  const path = fc.array(step, { minLength: 1, maxLength: 5 }).map((steps) => steps.join(' > '));
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 8 }), (paths) => {
      const hints = tellApart(paths.map((each) => at(each, 'div.box')));
      if (paths.length > 1) expect(new Set(hints).size).toBe(paths.length);
    }),
  );
});
