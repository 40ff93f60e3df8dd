/** The list as it was seen last, until the page is loaded anew. */
let last: { readonly site: string; readonly address: string } | undefined;

/** Keeps where the list of a site was, filters and all: the way back from a session leads there. */
export function rememberList(site: string, address: string): void {
  last = { site, address };
}

/** @returns undefined where no list of that site was seen */
export function lastListOf(site: string | undefined): string | undefined {
  return last?.site === site ? last?.address : undefined;
}
