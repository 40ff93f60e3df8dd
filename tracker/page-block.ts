import type { PageInfo } from '../schema/wire/batch.ts';
import { cleanAddress } from './address.ts';
import type { Page } from './host.ts';

/** Viewport and document, in px: width, height, width, height. */
export const measurePage = ({
  innerWidth,
  innerHeight,
  document,
}: Page): [number, number, number, number] => [
  innerWidth,
  innerHeight,
  document.documentElement.scrollWidth,
  document.documentElement.scrollHeight,
];

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
