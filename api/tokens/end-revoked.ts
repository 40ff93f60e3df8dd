import type { Viewer } from '../auth/viewer.ts';

const CHECK_EVERY_MS = 2_000;
/** graphql-ws: the connection is not allowed (any more). */
const FORBIDDEN = 4403;

interface Closable {
  readonly close: (code: number, reason: string) => void;
}

/**
 * Closes sockets whose token was revoked meanwhile: by looking, since it may have been another process that revoked it.
 */
export function endRevoked(findViewer: (token: string) => Promise<Viewer>) {
  const tokenOf = new Map<Closable, string>();
  const look = async () => {
    const fine = new Set<string>();
    for (const token of new Set(tokenOf.values())) {
      // While the database does not answer nothing is known, and nobody is sent away.
      const role = await findViewer(token).then(
        (viewer) => viewer.role,
        () => 'unknown',
      );
      if (role !== 'stranger') fine.add(token);
    }
    for (const [socket, token] of tokenOf)
      if (!fine.has(token)) socket.close(FORBIDDEN, 'Forbidden');
  };
  const timer = setInterval(() => void look(), CHECK_EVERY_MS).unref();
  return {
    /** Remembers what a socket came with. */
    watch: (socket: Closable, token: string) => tokenOf.set(socket, token),
    forget: (socket: Closable) => tokenOf.delete(socket),
    stop: () => clearInterval(timer),
  };
}
