/** The canvas's colours. They mean the same in both themes and everywhere else on the dashboard. */
export interface Palette {
  readonly stage: string;
  readonly sheet: string;
  readonly line: string;
  readonly trail: string;
  readonly click: string;
  readonly rage: string;
  readonly dead: string;
  readonly pointer: string;
}

const light: Palette = {
  stage: '#f5f5f7',
  sheet: '#ffffff',
  line: '#d9d9de',
  trail: '#0a6cff',
  click: '#12913a',
  rage: '#e0241b',
  dead: '#a86400',
  pointer: '#1d1d1f',
};

const dark: Palette = {
  stage: '#161618',
  sheet: '#000000',
  line: '#3a3a3e',
  trail: '#57adff',
  click: '#30d158',
  rage: '#ff453a',
  dead: '#ffb340',
  pointer: '#f5f5f7',
};

export function palette(isDark: boolean): Palette {
  return isDark ? dark : light;
}
