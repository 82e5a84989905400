import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where the console finds the API while it is developed; in production the API itself serves the console. */
const apiOrigin = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000';

export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  plugins: [react(), ...(mode === 'stories' ? [] : [compressed()])],
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
  // The host stays that of the page: the API takes writes from pages of its own origin only.
  server: { proxy: { '/v1': { target: apiOrigin, changeOrigin: false } } },
}));

/** Writes each script beside itself as brotli and gzip, once at build, so that the service never compresses. */
function compressed(): Plugin {
  return {
    name: 'backstop-compressed',
    apply: 'build',
    async writeBundle({ dir }) {
      const folder = join(dir ?? '', 'assets');
      for (const name of (await readdir(folder)).filter((file) => file.endsWith('.js'))) {
        const script = await readFile(join(folder, name));
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
        await writeFile(join(folder, `${name}.br`), brotliCompressSync(script, quality));
        await writeFile(join(folder, `${name}.gz`), gzipSync(script, { level: 9 }));
      }
    },
  };
}
