import { type Agent, readAgent } from './agent.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { checkReplaySecret } from './replay.ts';

/** Who sends, as the edge sees it: known for the time of a request, and all but forgotten in what is forwarded. */
export interface Sender {
  readonly origin: string | null;
  /** The IP address: compared with the site's excluded addresses, never kept, forwarded or logged. */
  readonly address: string | null;
  readonly agent: Agent;
  /** `sec-ch-ua-mobile` says that the browser prefers mobile pages. */
  readonly prefersMobile: boolean;
  readonly country: string | null;
  readonly region: string | null;
  readonly isReplay: boolean;
  /** What a replay gives as the time of arrival; everybody else's is the clock's. */
  readonly receivedAt: number | undefined;
}

/** @throws {Refusal} 403 for a wrong replay secret, 400 for a time of arrival that is none */
export async function readSender(request: Request, env: Env): Promise<Sender> {
  const { headers } = request;
  const secret = headers.get('x-trailgraph-replay');
  // Awaited only where there is something to wait for: this runs for every batch.
  const isReplay = secret !== null && (await checkReplaySecret(secret, env.REPLAY_SECRET));
  const cf = request.cf as Partial<IncomingRequestCfProperties> | undefined;
  return {
    origin: headers.get('origin'),
    address: headers.get('cf-connecting-ip'),
    agent: readAgent(headers.get('user-agent') ?? ''),
    prefersMobile: headers.get('sec-ch-ua-mobile') === '?1',
    country: (isReplay ? headers.get('x-trailgraph-country') : null) ?? cf?.country ?? null,
    region: cf?.region ?? null,
    isReplay,
    receivedAt: isReplay ? readReceivedAt(headers.get('x-trailgraph-received-at')) : undefined,
  };
}

function readReceivedAt(header: string | null): number | undefined {
  if (header === null) return undefined;
  const receivedAt = Number(header);
  if (Number.isInteger(receivedAt) && receivedAt > 0 && receivedAt < 2 ** 48) return receivedAt;
  throw new Refusal(400, 'is no number of ms since 1970', { place: 'x-trailgraph-received-at' });
}
