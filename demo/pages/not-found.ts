import { html } from '../page/html.ts';
import type { Page } from '../page/layout.ts';

export const notFound: Page = {
  title: 'Not here – Norrby',
  description: 'There is no such page.',
  status: 404,
  body: html`<section class="list"><h1>Not here.</h1><p class="lead">There is no page at this address. <a href="/products">See all products</a></p></section>`,
};
