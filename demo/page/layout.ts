import { html, type Markup } from './html.ts';

/** Where the shop is told to send its visitors' behaviour, and where they can watch it. */
export interface ShopSettings {
  readonly collectorUrl: string;
  readonly dashboardUrl: string;
  readonly site: string;
}

export interface Page {
  readonly title: string;
  readonly description: string;
  readonly body: Markup;
  readonly status?: number;
}

/**
 * The frame around every page. The one `script` line with `data-site` is all that a customer adds to theirs; that the shapes of
 * all sessions' pages are told, not of one in ten, is for whoever has a single session to look at.
 */
export function renderLayout(page: Page, path: string, settings: ShopSettings): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/shop.css">
<script defer src="${settings.collectorUrl}/t.js" data-site="${settings.site}" data-wireframe-rate="1"></script>
<script defer src="/shop.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<aside class="recording" aria-label="Recording" data-recording><span data-recording-text>This visit is being recorded.</span> <a href="${settings.dashboardUrl}/">Watch it on the dashboard</a></aside>
<header class="bar">
  <div class="bar-inner">
    <a class="brand" href="/">Norrby</a>
    <nav aria-label="Shop">${links(path)}</nav>
    <a class="cart-link" href="/cart"${current('/cart', path)}>Cart <span class="count" data-cart-count>0</span></a>
  </div>
</header>
<main id="content" tabindex="-1">
${page.body}
</main>
<footer class="foot">
  <div class="foot-inner">
    <p>Norrby is a made-up shop: nothing here can be bought, and nothing is charged.</p>
    <p><a href="/about#delivery">Delivery</a> <a href="/about#returns">Returns</a> <a href="/about#repairs">Repairs</a> <a href="/specimens">Specimens</a></p>
  </div>
</footer>
</body>
</html>`.markup;
}

function links(path: string): readonly Markup[] {
  const entries = [
    ['/products', 'Products'],
    ['/about', 'About'],
  ] as const;
  return entries.map(([href, label]) => html`<a href="${href}"${current(href, path)}>${label}</a>`);
}

function current(href: string, path: string): Markup {
  return path === href ? html` aria-current="page"` : html``;
}
