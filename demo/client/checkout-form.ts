import { emptyCart } from './stored-cart.ts';

const donePath = '/checkout/done';

/** The checkout form: says what is missing, and thanks at an address of its own. */
export function enableCheckoutForm(): void {
  const form = document.querySelector<HTMLFormElement>('[data-checkout]');
  if (!form) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = showProblems(form);
    const problem = document.querySelector('[data-checkout-problem]');
    if (problem) problem.textContent = wrong.length > 0 ? `${wrong.length} to correct above.` : '';
    if (wrong[0]) wrong[0].focus();
    else placeOrder();
  });
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement) showProblem(event.target);
  });
  addEventListener('popstate', showStep);
  showStep();
}

function placeOrder(): void {
  emptyCart();
  history.pushState(null, '', donePath);
  showStep();
  document.querySelector<HTMLElement>('[data-checkout-done]')?.focus();
}

function showStep(): void {
  const done = location.pathname === donePath;
  document.querySelector('[data-checkout-form]')?.toggleAttribute('hidden', done);
  document.querySelector('[data-checkout-done]')?.toggleAttribute('hidden', !done);
}

function showProblems(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[required]')].filter(showProblem);
}

/** @returns whether there is one */
function showProblem(input: HTMLInputElement): boolean {
  const place = document.getElementById(`${input.id}-problem`);
  const wrong = !input.checkValidity();
  if (place) place.textContent = wrong ? (place.dataset.problem ?? '') : '';
  input.setAttribute('aria-invalid', String(wrong));
  return wrong;
}
