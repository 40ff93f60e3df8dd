import { createServer } from 'vite';
import { viteConfig } from './vite.ts';

/**
 * The dashboard while it is being worked on: changes show at once, the API of `npm start` behind it
 * (`API_URL`, `COLLECTOR_URL` for others).
 */
const target = process.env.API_URL ?? 'http://localhost:5001';
const collectorUrl = process.env.COLLECTOR_URL ?? 'http://localhost:8787';

const server = await createServer({
  ...viteConfig,
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 3000),
    proxy: { '/graphql': { target, ws: true, changeOrigin: true } },
  },
  plugins: [
    ...viteConfig.plugins,
    {
      name: 'trailgraph-config',
      configureServer({ middlewares }) {
        middlewares.use('/config.json', (_request, response) => {
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify({ apiUrl: '/graphql', collectorUrl }));
        });
      },
    },
  ],
});
await server.listen();
server.printUrls();
