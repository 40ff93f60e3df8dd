import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Listed, tellApart } from './tell-apart.ts';

const at = (path: string, label = 'a', page = '/'): Listed => ({ page, label, path });

test('elements of one label are told apart by their place, and by what is around them where it takes that', () => {
  const hints = tellApart([
    at('section > div > label:nth-of-type(2)', 'label.tone'),
    at('section > div > label:nth-of-type(3)', 'label.tone'),
    at('#content > details:nth-of-type(1) > summary', 'summary'),
    at('#content > details:nth-of-type(2) > summary', 'summary'),
    at('header > nav > a:nth-of-type(2)', 'a.more'),
    at('footer > a:nth-of-type(2)', 'a.more'),
    at('#pay', 'button#pay'),
  ]);
  expect(hints).toEqual([
    ...['2nd', '3rd', 'in 1st details', 'in 2nd details'],
    ...['2nd in nav', '2nd in footer', null],
  ]);
});

test('where only something far up differs, that alone is told', () => {
  const path = (section: number) => `section:nth-of-type(${section}) > form > fieldset > div > a`;
  expect(tellApart([at(path(1), 'a.more'), at(path(12), 'a.more')])).toEqual([
    'in 1st section',
    'in 12th section',
  ]);
});

test('where no single one does, all around them is told', () => {
  const paths = ['ul > li > b', 'ul > li:nth-of-type(2) > b', 'ol > li > b'];
  expect(tellApart(paths.map((path) => at(path, 'b.x')))).toEqual([
    'in li in ul',
    'in 2nd li in ul',
    'in li in ol',
  ]);
});

test('a bare tag says where it is, and one with a name of its own only where another is called so', () => {
  expect(tellApart([at('header > nav > a:nth-of-type(2)')])).toEqual(['2nd in nav']);
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
      // One of them may be alone in the world, with nothing to say of it.
      const ends = paths.map((each) => `main > ${each} > b`);
      const hints = tellApart(ends.map((each) => at(each, 'b.box')));
      if (paths.length > 1) expect(new Set(hints).size).toBe(paths.length);
    }),
  );
});
