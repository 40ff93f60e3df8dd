const harmless = new Set([undefined, 'STOP', 'MAX_TOKENS', 'FINISH_REASON_UNSPECIFIED', 'OTHER']);

/** Why the service would not answer, in words; null where it did. */
export function explainRefusal(
  blockReason: string | undefined,
  finishReason: string | undefined,
): string | null {
  if (blockReason) return `The AI service refuses these facts (${blockReason}).`;
  if (!harmless.has(finishReason)) return `The AI service broke off its answer (${finishReason}).`;
  return null;
}

/**
 * How long to wait, from `google.rpc.RetryInfo`, or else from the message (`Please retry in 20.2s.`).
 *
 * @returns whole seconds, rounded up; null where neither tells
 */
export function readRetrySeconds(details: unknown, message: string): number | null {
  const infos = Array.isArray(details) ? details : [];
  const delays = infos.flatMap((info: unknown) => {
    const delay: unknown = typeof info === 'object' && info && Reflect.get(info, 'retryDelay');
    return typeof delay === 'string' ? [parseSeconds(delay)] : [];
  });
  const inMessage = /retry in ([\dhms.]+?)\.?(?:\s|$)/i.exec(message)?.[1];
  const told = [...delays, parseSeconds(inMessage ?? '')].find((seconds) => seconds !== null);
  return told === undefined || told === null ? null : Math.ceil(told);
}

/** `3.5s`, `10h17m5.7s`. */
function parseSeconds(text: string): number | null {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:([\d.]+)s)?$/.exec(text);
  if (!match || text === '') return null;
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return Number.isFinite(value) ? value : null;
}
