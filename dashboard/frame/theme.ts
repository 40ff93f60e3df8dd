import { type Accessor, createEffect, createSignal } from 'solid-js';

export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'trailgraph.theme';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const [systemDark, setSystemDark] = createSignal(systemIsDark.matches);
systemIsDark.addEventListener('change', (event) => setSystemDark(event.matches));

const [choice, setChoice] = createSignal<ThemeChoice>(readChoice(localStorage.getItem(key)));

export { choice as themeChoice };

/** Whether the dark theme shows: for what CSS can't colour, the canvas. */
export const isDark: Accessor<boolean> = () =>
  choice() === 'dark' || (choice() === 'system' && systemDark());

export function chooseTheme(next: ThemeChoice): void {
  localStorage.setItem(key, next);
  setChoice(next);
}

/** Keeps `<html data-theme>` as chosen; without the attribute the system decides. */
export function createThemeAttribute(): void {
  createEffect(() => {
    const root = document.documentElement;
    if (choice() === 'system') delete root.dataset.theme;
    else root.dataset.theme = choice();
  });
}

function readChoice(kept: string | null): ThemeChoice {
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
