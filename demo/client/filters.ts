/** Categories without a page load: the address changes with the History API, and Back brings the last one back. */
export function enableFilters(): void {
  const nav = document.querySelector('[data-filters]');
  if (!nav) return;
  nav.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const plain =
      event instanceof MouseEvent && !(event.metaKey || event.ctrlKey || event.shiftKey);
    if (!link || !plain) return;
    event.preventDefault();
    if (link.pathname !== location.pathname) history.pushState(null, '', link.pathname);
    showCategory(nav);
  });
  addEventListener('popstate', () => showCategory(nav));
  showCategory(nav);
}

function showCategory(nav: Element): void {
  const category = location.pathname.split('/')[2];
  for (const link of nav.querySelectorAll('a')) {
    if (link.pathname === location.pathname) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const cards = [...document.querySelectorAll<HTMLElement>('[data-cards] > li')];
  for (const card of cards) card.hidden = Boolean(category) && card.dataset.category !== category;
  const status = document.querySelector('[data-filter-status]');
  if (status) status.textContent = `${cards.filter((card) => !card.hidden).length} products`;
}
