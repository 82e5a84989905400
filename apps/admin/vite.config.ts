import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the console finds the API while it is developed; in production the API itself serves the console. */
const apiOrigin = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Sources of the core and the contracts, so that the bundle holds only what the console calls.
  resolve: { conditions: ['@backstop/source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Libraries carry 'use client' for frameworks that render on a server; it means nothing here.
      checks: { moduleLevelDirective: false },
    },
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { '/v1': apiOrigin } },
});
