import type { IncomingMessage } from 'node:http';

/** Why a request is turned away before anything is read of it. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

export interface GuardSettings {
  readonly localMode: boolean;
  /** Where the API listens. */
  readonly port: number;
  /** Origins of pages that may ask: the dashboard's. */
  readonly allowedOrigins: readonly string[];
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];
const mostBytes = 262_144;
/** The collector hands over up to 1,000 batches of 16 kB, in base64. */
export const mostHandOverBytes = 33_554_432;

/**
 * Without tokens, what keeps other websites out is that a browser tells where a request comes from (Origin) and what name
 * it was sent to (Host): a page of another site has another origin, and one that points its own name at 127.0.0.1
 * (DNS rebinding) has that name as its host.
 */
export function guardOrigin(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { localMode, port, allowedOrigins }: GuardSettings,
): Refusal | null {
  if (!localMode) return null;
  const hosts = loopbackNames.flatMap((name) => [
    `${name}:${port}`,
    ...(port === 80 ? [name] : []),
  ]);
  if (!hosts.includes((headers.host ?? '').toLowerCase())) {
    return { status: 403, message: 'In local mode the API answers to localhost only.' };
  }
  const { origin } = headers;
  const own = hosts.map((host) => `http://${host}`);
  if (origin !== undefined && ![...own, ...allowedOrigins].includes(origin.toLowerCase())) {
    return { status: 403, message: 'This origin may not use the API.' };
  }
  return null;
}

/** A body's length must be told, and be within its limit. */
export function guardSize(
  { headers, method }: Pick<IncomingMessage, 'headers' | 'method'>,
  most: number = mostBytes,
): Refusal | null {
  if (method !== 'POST') return null;
  const length = Number(headers['content-length']);
  if (headers['content-length'] === undefined || !Number.isInteger(length)) {
    return { status: 411, message: 'Content-Length is missing.' };
  }
  if (length > most) return { status: 413, message: `A body has at most ${most} bytes.` };
  return null;
}
