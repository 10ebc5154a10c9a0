import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The workbench: served by the tenant on your machine, never by the product. */
export default defineConfig({
  root: resolve(here, 'src/local/workbench'),
  base: '/workbench/',
  plugins: [react()],
  build: {
    outDir: resolve(here, 'dist/workbench'),
    emptyOutDir: true,
    target: 'es2023',
    // One page on loopback: nobody waits for it over a network.
    chunkSizeWarningLimit: 2000,
  },
});
