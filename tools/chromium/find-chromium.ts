import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { findDataDir } from '../data-dir.ts';
import { unpackChromium } from './unpack-chromium.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** The path of a Chromium for tests: `CHROMIUM_PATH`, one on the PATH, else the one that an npm package carries. */
export async function findChromium(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return chosen;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      if (folder && (await isExecutable(path))) return path;
    }
  }
  return unpackChromium(join(findDataDir(), 'chromium'));
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
