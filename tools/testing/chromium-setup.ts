import type { TestProject } from 'vitest/node';
import { findChromium } from '../chromium/find-chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A real Chromium, for `chromium.launch({ executablePath })` of playwright-core. */
    chromiumPath: string;
  }
}

export async function setup(project: TestProject): Promise<void> {
  project.provide('chromiumPath', await findChromium());
}
