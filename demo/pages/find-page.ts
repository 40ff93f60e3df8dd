import { findProduct } from '../catalogue/products.ts';
import type { Page } from '../page/layout.ts';
import { about } from './about.ts';
import { cart } from './cart.ts';
import { checkout } from './checkout.ts';
import { home } from './home.ts';
import { notFound } from './not-found.ts';
import { renderProduct } from './product.ts';
import { isCategory, renderProducts } from './products.ts';

const fixed: Readonly<Record<string, Page>> = {
  '/': home,
  '/cart': cart,
  '/checkout': checkout,
  '/checkout/done': checkout,
  '/about': about,
  '/products': renderProducts(null),
};

/** The page at a path; a page that says so where there is none. */
export function findPage(path: string): Page {
  const page = Object.hasOwn(fixed, path) ? fixed[path] : undefined;
  if (page) return page;
  const [, folder, name, ...rest] = path.split('/');
  if (!name || rest.length > 0) return notFound;
  if (folder === 'products' && isCategory(name)) return renderProducts(name);
  const product = folder === 'product' ? findProduct(name) : null;
  return product ? renderProduct(product) : notFound;
}
