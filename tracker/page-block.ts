import type { PageInfo } from '../schema/wire/batch.ts';
import { cleanAddress } from './address.ts';
import type { Page } from './host.ts';

/** Viewport and document, in px: width, height, width, height. */
export const measurePage = (page: Page): [number, number, number, number] => {
  const { scrollWidth, scrollHeight } = page.document.documentElement;
  return [page.innerWidth, page.innerHeight, scrollWidth, scrollHeight];
};

/** The page block of a view, as `encodeBatch` takes it: the fields of {@link PageInfo} after `sentAt`. */
export const describePage = (
  page: Page,
  startedAt: PageInfo['startedAt'],
  kind: PageInfo['kind'],
  referrer: string,
  user: string,
  params: readonly string[],
): (number | string)[] => [
  startedAt,
  kind,
  ...measurePage(page),
  +page.matchMedia('(pointer:coarse)').matches,
  +page.navigator.webdriver,
  cleanAddress(page.location.href, params),
  cleanAddress(referrer, params),
  user,
];
