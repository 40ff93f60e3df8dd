import * as v from 'valibot';
import { checkBatch } from '../../schema/wire/check.ts';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { MalformedBatchError } from '../../schema/wire/malformed.ts';
import type { DeadLetter } from './dead-letter.ts';
import type { Device, IncomingBatch } from './incoming-batch.ts';

const word = (chars: number) =>
  v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.transform((text) => text.slice(0, chars) || null),
      ),
    ),
    null,
  );

const deviceByName: Readonly<Record<string, Device>> = {
  desktop: 'DESKTOP',
  tablet: 'TABLET',
  mobile: 'MOBILE',
};

/** The collector's hand-over of one batch: its packed body, and what the edge knows. */
const handOver = v.object({
  body: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/), v.maxLength(32_768)),
  receivedAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000)),
  country: word(2),
  region: word(100),
  browser: word(100),
  os: word(100),
  device: v.optional(v.nullable(v.string()), null),
  automated: v.optional(v.nullable(v.boolean()), false),
});

export type ParsedBatch =
  | { readonly ok: true; readonly incoming: IncomingBatch }
  | { readonly ok: false; readonly letter: DeadLetter };

/**
 * Unpacks and checks a batch again: what the collector lets through today may not be what the API understands.
 *
 * @param value one `Batch` of the `ingest` mutation
 */
export function parseBatch(value: unknown, now: number): ParsedBatch {
  const given = v.safeParse(handOver, value, { abortEarly: true });
  if (!given.success) {
    const [issue] = given.issues;
    const reason = `${v.getDotPath(issue) ?? 'batch'}: ${issue.message}`;
    return {
      ok: false,
      letter: { site: '', receivedAt: now, reason, body: JSON.stringify(value) },
    };
  }
  const { receivedAt, country, region, browser, os, device, automated } = given.output;
  try {
    const body = Buffer.from(given.output.body, 'base64');
    const context = {
      country: country?.toUpperCase() ?? null,
      region,
      browser,
      os,
      device: deviceByName[device?.toLowerCase() ?? ''] ?? ('DESKTOP' as const),
      automated: automated ?? false,
    };
    return {
      ok: true,
      incoming: { batch: checkBatch(decodeBatch(body)), body, receivedAt, context },
    };
  } catch (error) {
    if (!(error instanceof MalformedBatchError)) throw error;
    return {
      ok: false,
      letter: {
        site: '',
        receivedAt,
        reason: error.message,
        body: given.output.body,
        batch: JSON.stringify(value),
      },
    };
  }
}
