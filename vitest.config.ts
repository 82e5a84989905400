import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@backstop/source', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['@backstop/source', 'node', 'import', 'default'], externalConditions: ['@backstop/source', 'node', 'import', 'default'] } },
  test: {
    include: ['libs/*/src/**/*.spec.ts', 'apps/*/src/**/*.spec.{ts,tsx}', 'test/**/*.spec.ts', 'tools/**/*.spec.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
