/**
 * The owner token lives in localStorage, not in sessionStorage: analysts open sessions in new tabs and paste links
 * to each other all day, and each of those tabs would ask for the token again. Script injected into the page
 * could read either of them; nothing but our own bundle is ever loaded here.
 */
const key = 'trailgraph.token';

export function readToken(): string | null {
  return localStorage.getItem(key);
}

export function storeToken(token: string): void {
  localStorage.setItem(key, token);
}

export function forgetToken(): void {
  localStorage.removeItem(key);
}

/** The token in a link's `#token=…`, and the fragment without it. */
export function splitFragment(fragment: string): { token: string | null; rest: string } {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const token = parameters.get('token')?.trim() || null;
  parameters.delete('token');
  const rest = parameters.toString();
  return { token, rest: rest && `#${rest}` };
}

/** Keeps the token of a sign-in link and takes it out of the address, before anyone sees or bookmarks it. */
export function takeTokenFromAddress(): void {
  const { token, rest } = splitFragment(location.hash);
  if (!token) return;
  storeToken(token);
  history.replaceState(history.state, '', location.pathname + location.search + rest);
}
