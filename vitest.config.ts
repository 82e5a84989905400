import { defineConfig } from 'vitest/config';

/** What takes minutes is run by `npm run test:long`, and is not part of `npm test`. */
const LONG = ['test/**/*.long.ts'];
const SPECS = ['libs/*/src/**/*.spec.ts', 'apps/*/src/**/*.spec.{ts,tsx}', 'test/**/*.spec.ts', 'tools/**/*.spec.ts'];

export default defineConfig(({ mode }) => ({
  // Not `import`: what is named here holds for `require` inside packages as well.
  resolve: { conditions: ['@backstop/source', 'node'] },
  ssr: { resolve: { conditions: ['@backstop/source', 'node'], externalConditions: ['@backstop/source', 'node'] } },
  test: {
    include: mode === 'long' ? LONG : SPECS,
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['test/support/database-broker.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 3,
    // Nothing is mocked and no module keeps what a test did: loading the service anew for each file took a fifth of the run.
    isolate: false,
  },
}));
