import { makeStepper } from './stepper.ts';
import { readCart, setQuantity } from './stored-cart.ts';

/** A product's options and its Add to cart. */
export function enableOffer(): void {
  const form = document.querySelector<HTMLFormElement>('[data-add]');
  const picture = document.querySelector<SVGElement>('[data-picture] svg');
  if (!form || !picture) return;
  form.addEventListener('change', () => showTone(form, picture));
  // A browser that brings the page back may have kept another choice.
  addEventListener('pageshow', () => showTone(form, picture));
  const stepper = form.querySelector('[data-stepper]');
  if (stepper) makeStepper(stepper, 1, () => undefined);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    addToCart(form);
  });
  enableLight(picture);
}

function showTone(form: HTMLFormElement, picture: SVGElement): void {
  const chosen = form.querySelector<HTMLInputElement>('input[name=tone]:checked');
  const name = document.querySelector<HTMLElement>('[data-picture]')?.dataset.name;
  if (!chosen) return;
  picture.dataset.tone = chosen.value;
  picture.setAttribute('aria-label', `${name} in ${chosen.parentElement?.textContent}`);
}

function addToCart(form: HTMLFormElement): void {
  const id = form.dataset.add ?? '';
  const quantity = Number(form.querySelector('output')?.value ?? 1);
  setQuantity(id, (readCart()[id] ?? 0) + quantity);
  const status = form.querySelector('[data-add-status]');
  if (status) status.textContent = `Added. You have ${readCart()[id] ?? quantity} in your cart.`;
}

function enableLight(picture: SVGElement): void {
  const button = document.querySelector('[data-light]');
  button?.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(on));
    picture.toggleAttribute('data-off', !on);
  });
}
