/** Whole euros, as the shop writes them. */
export function formatPrice(euros: number): string {
  return `€${euros.toLocaleString('en')}`;
}
