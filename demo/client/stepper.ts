/** Minus and plus around a number; `onChange` hears of each new one. */
export function makeStepper(root: Element, least: number, onChange: (value: number) => void): void {
  const output = root.querySelector('output');
  if (!output) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-step]')) {
    button.addEventListener('click', () => {
      const next = Number(output.value) + Number(button.dataset.step);
      if (next < least || next > 20) return;
      output.value = String(next);
      onChange(next);
    });
  }
}
