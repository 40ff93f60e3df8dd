import { createServer } from 'node:net';
import { UserProblem } from '../user-problem.ts';

/** Where each part listens on loopback. */
export interface Ports {
  readonly dashboard: number;
  readonly api: number;
  readonly shop: number;
  readonly collector: number;
}

/** The parts with their own port, the variable that changes it, and what the port is by default. */
const known = {
  dashboard: { label: 'the dashboard', variable: 'PORT_DASHBOARD', port: 3000 },
  api: { label: 'the API', variable: 'PORT_API', port: 5001 },
  shop: { label: 'the demo shop', variable: 'PORT_SHOP', port: 8080 },
  collector: { label: 'the collector', variable: 'PORT_COLLECTOR', port: 8787 },
} as const;

type Part = keyof Ports;
const parts = Object.keys(known) as Part[];

/** The usual ports, or what the environment says instead. @throws UserProblem for what is no port */
export function readPorts(env: NodeJS.ProcessEnv): Ports {
  const read = (part: Part) => {
    const { variable, port } = known[part];
    const chosen = env[variable];
    if (!chosen) return port;
    if (/^\d{1,5}$/.test(chosen) && Number(chosen) < 65_536) return Number(chosen);
    throw new UserProblem(`${variable} is "${chosen}": it must be a port number, 0 to 65535.`);
  };
  return {
    dashboard: read('dashboard'),
    api: read('api'),
    shop: read('shop'),
    collector: read('collector'),
  };
}

/** Turns each 0 into a free port, and makes sure that the others are free. @throws UserProblem naming those in use */
export async function claimPorts(wanted: Ports): Promise<Ports> {
  const busy: Part[] = [];
  const claim = async (part: Part) => {
    const port = await findFree(wanted[part]);
    if (port === null) busy.push(part);
    return port ?? 0;
  };
  const [dashboard, api, shop, collector] = await Promise.all([
    claim('dashboard'),
    claim('api'),
    claim('shop'),
    claim('collector'),
  ]);
  if (busy.length > 0) throw new UserProblem(describeBusy(busy, wanted));
  return { dashboard, api, shop, collector };
}

function describeBusy(busy: readonly Part[], wanted: Ports): string {
  const named = parts.filter((part) => busy.includes(part));
  const list = named.map((part) => `${wanted[part]} (${known[part].label})`).join(', ');
  const variables = named.map((part) => `${known[part].variable}=…`).join(' ');
  const [noun, verb, them] = named.length === 1 ? ['Port', 'is', 'it'] : ['Ports', 'are', 'them'];
  return `${noun} ${list} ${verb} in use: stop what uses ${them} (perhaps another Trailgraph), or choose others with ${variables} npm start.`;
}

/** @returns the port, or a free one for 0; null where it is in use */
async function findFree(port: number): Promise<number | null> {
  const claimed = await tryListen(port, '127.0.0.1');
  // A browser asks ::1 first when it is told `localhost`: somebody else's page would come up.
  if (claimed === null || (await tryListen(claimed, '::1')) === null) return null;
  return claimed;
}

function tryListen(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has nobody listening there.
      const absent = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT';
      resolve(absent ? port : null);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(found));
    });
  });
}
