import type { InlineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** One configuration for build, development server and tests; no `vite.config.ts`, so that there is no default export to find. */
export const viteConfig = {
  configFile: false,
  root: import.meta.dirname,
  plugins: [solid()],
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // How long the Solid compiler took is no news to whoever starts the system.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
} satisfies InlineConfig;
