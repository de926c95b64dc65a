import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** One page at /console/, whose files carry a hash in their names: what the service hands out may be kept for ever. */
export const consoleBuild = defineConfig({
  root: fileURLToPath(new URL('src', import.meta.url)),
  base: '/console/',
  build: {
    outDir: fileURLToPath(new URL('dist', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the policy of the page allows none (security R32)
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // "use client" means something to servers that render; there is none here
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});

// eslint-disable-next-line no-restricted-syntax -- Vite reads the default export of this file, and no other
export default consoleBuild;
