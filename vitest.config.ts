import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Not `import`: what is named here holds for `require` inside packages as well.
  resolve: { conditions: ['@backstop/source', 'node'] },
  ssr: { resolve: { conditions: ['@backstop/source', 'node'], externalConditions: ['@backstop/source', 'node'] } },
  test: {
    include: ['libs/*/src/**/*.spec.ts', 'apps/*/src/**/*.spec.{ts,tsx}', 'test/**/*.spec.ts', 'tools/**/*.spec.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['test/support/database-broker.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
