import chromium from '@sparticuz/chromium';

/** The path of a Chromium binary for tests. */
export async function findChromium(): Promise<string> {
  return process.env['CHROMIUM_PATH'] ?? (await chromium.executablePath());
}
