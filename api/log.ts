import pino, { type DestinationStream, type LevelWithSilentOrString, type Logger } from 'pino';
import { describeError } from './describe-error.ts';

/**
 * Lines of JSON. No personal data goes in: no address, no visitor, no page.
 *
 * @param to where lines go; the standard output unless told
 */
export function makeLog(level: LevelWithSilentOrString, to?: DestinationStream): Logger {
  const options = { name: 'trailgraph-api', level, serializers: { err: describeError } };
  return to ? pino(options, to) : pino(options);
}
