/** What people visit with: shares as a European shop sees them, roughly. */
export interface Device {
  readonly weight: number;
  readonly userAgent: string;
  /** Of the window, px; the width is one of those that the shop was measured at. */
  readonly width: number;
  readonly height: number;
  readonly touch: boolean;
}

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const chrome = `${webkit} Chrome/142.0.0.0 Safari/537.36`;
const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1';
const android = `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/142.0.0.0 Mobile Safari/537.36`;
const samsung = `Mozilla/5.0 (Linux; Android 10; K) ${webkit} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`;

export const devices: readonly Device[] = [
  { weight: 17, userAgent: `${windows} ${chrome}`, width: 1920, height: 945, touch: false },
  { weight: 9, userAgent: `${windows} ${chrome}`, width: 1280, height: 633, touch: false },
  {
    weight: 6,
    userAgent: `${windows} ${chrome} Edg/142.0.0.0`,
    width: 1920,
    height: 929,
    touch: false,
  },
  {
    weight: 5,
    userAgent: `${windows} Gecko/20100101 Firefox/145.0`,
    width: 1920,
    height: 955,
    touch: false,
  },
  { weight: 8, userAgent: `${mac} ${chrome}`, width: 1440, height: 789, touch: false },
  { weight: 9, userAgent: `${mac} ${safari}`, width: 1440, height: 805, touch: false },
  { weight: 18, userAgent: iphone, width: 390, height: 664, touch: true },
  { weight: 17, userAgent: android, width: 390, height: 720, touch: true },
  { weight: 5, userAgent: samsung, width: 390, height: 700, touch: true },
  { weight: 6, userAgent: `${mac} ${safari}`, width: 820, height: 1106, touch: true },
];
