import { createSignal } from 'solid-js';

const [signInNeeded, setSignInNeeded] = createSignal(false);

/** Whether the API refused us: true from the first refusal until the page is loaded anew with a token. */
export { signInNeeded };

export function askForSignIn(): void {
  setSignInNeeded(true);
}
