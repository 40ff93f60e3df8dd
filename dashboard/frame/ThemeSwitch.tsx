import { chooseTheme, type ThemeChoice, themeChoice } from './theme.ts';

export function ThemeSwitch() {
  return (
    <label class="theme-switch">
      <span class="screen-reader-only">Theme</span>
      <select
        class="field"
        value={themeChoice()}
        onChange={(event) => chooseTheme(event.currentTarget.value as ThemeChoice)}
      >
        <option value="system">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
