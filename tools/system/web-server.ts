import { createServer, type RequestListener } from 'node:http';
import type { RunningPart } from './child.ts';

/** Listens on loopback. `stop` lets requests under way finish and closes idle connections. */
export async function startWebServer(
  port: number,
  listener: RequestListener,
): Promise<RunningPart> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://localhost:${bound}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
