// Builds the GraphiQL page. Everything it needs is bundled: it must work without any network but the service itself.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The service serves the page here, with or without the slash at the end.
  base: '/graphiql/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/web/graphiql', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The editor is one large piece by nature.
    chunkSizeWarningLimit: 5000,
    reportCompressedSize: false,
    // GraphiQL's packages were compiled for React beforehand; the marks that steered that mean nothing here.
    rolldownOptions: { checks: { moduleLevelDirective: false, bundlerTimings: false } },
  },
  // `npx vite --config web/vite.config.mjs` shows changes at once, against a service on the usual port.
  server: { proxy: { '/graphql': { target: 'http://127.0.0.1:4000', ws: true } } },
});
