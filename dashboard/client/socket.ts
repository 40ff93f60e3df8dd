import { createClient, type EventPongListener, type Client as SocketClient } from 'graphql-ws';
import { createSignal } from 'solid-js';

/** `idle` while nothing subscribes; `reconnecting` from the moment the socket is known to be down. */
export type SocketStatus = 'idle' | 'connecting' | 'live' | 'reconnecting';

/** How often the socket is asked whether it still lives, and how long it may take to answer. */
const PING_EVERY_MS = 1_000;
const PONG_WITHIN_MS = 1_200;
const LONGEST_WAIT_MS = 2_000;

const [status, setStatus] = createSignal<SocketStatus>('idle');

export { status as socketStatus };

/** Wait before try `n` (from 0) to connect again: 0.1 s growing to 2 s, spread so that dashboards don't come all at once. */
export function retryWaitMs(tries: number, random: number): number {
  return Math.min(100 * 2 ** tries, LONGEST_WAIT_MS) * (0.75 + random / 2);
}

/**
 * The socket for subscriptions. It retries for ever. A half-open connection, which TCP would notice after minutes,
 * is noticed within {@link PING_EVERY_MS} + {@link PONG_WITHIN_MS}, since lists promise to be 3 s behind at most.
 */
export function makeSocket(url: string, token: () => string | null): SocketClient {
  let overdue: ReturnType<typeof setTimeout> | undefined;
  const pong: EventPongListener = (received) => {
    if (received) clearTimeout(overdue);
  };
  const client: SocketClient = createClient({
    url,
    lazy: true,
    lazyCloseTimeout: 5_000,
    keepAlive: PING_EVERY_MS,
    connectionAckWaitTimeout: 5_000,
    connectionParams: () => ({ token: token() ?? undefined }),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (tries) => new Promise((go) => setTimeout(go, retryWaitMs(tries, Math.random()))),
    on: {
      connecting: (isRetry) => setStatus(isRetry ? 'reconnecting' : 'connecting'),
      connected: () => setStatus('live'),
      closed: (event) => {
        clearTimeout(overdue);
        setStatus(wasClosedByUs(event) ? 'idle' : 'reconnecting');
      },
      ping: (received) => {
        if (!received) overdue = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
      },
      pong,
    },
  });
  return client;
}

/** Code 1000: the last subscription ended and the socket was closed with it. */
function wasClosedByUs(event: unknown): boolean {
  return typeof event === 'object' && event !== null && Reflect.get(event, 'code') === 1000;
}
