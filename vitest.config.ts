import { defineConfig } from 'vitest/config';

/** No file leaves anything behind in its process, so the next one need not load all modules anew. */
const isolate = false;

const exclude = ['**/node_modules/**', '**/dist/**', '.data/**'];

/**
 * Node takes graphql's `main`, Vite would take its `module`: then schema and server hold different copies, and every
 * operation fails.
 */
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/** A test file's name says what it needs: nothing, a mongod, workerd, a Chromium, or the whole system. */
export default defineConfig({
  test: {
    // Files wait for browsers, databases and clocks more than they compute: three at once, also where there are two cores.
    maxWorkers: 3,
    projects: [
      {
        resolve: oneGraphql,
        test: {
          name: 'unit',
          isolate,
          include: ['**/*.test.ts'],
          exclude: [...exclude, '**/*.{db,worker,browser,system}.test.ts'],
          // A busy machine is slow, not wrong.
          testTimeout: 30_000,
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: 'db',
          isolate,
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup: 'tools/testing/mongod-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: 'worker',
          isolate,
          include: ['**/*.worker.test.ts'],
          exclude,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: 'browser',
          isolate,
          include: ['**/*.browser.test.ts'],
          exclude,
          globalSetup: 'tools/testing/chromium-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: 'system',
          include: ['**/*.system.test.ts'],
          exclude,
          globalSetup: ['tools/testing/mongod-setup.ts', 'tools/testing/chromium-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Whole systems are tried one at a time, after all else.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
