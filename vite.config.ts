import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The tab. One build runs in any school: what differs comes from /tab/config.json. */
export default defineConfig({
  root: resolve(here, 'src/tab'),
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: resolve(here, 'dist/tab'),
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inline: the content security policy allows only files of our own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        main: resolve(here, 'src/tab/index.html'),
        auth: resolve(here, 'src/tab/auth.html'),
      },
    },
  },
});
