import pino, { type Logger } from 'pino';

/** Lines of JSON. No personal data goes in: no address, no visitor, no page. */
export function makeLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Logger {
  return pino({ name: 'trailgraph-api', level });
}
