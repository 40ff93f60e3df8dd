/** The same warning is given once in this time: an API that is down would otherwise be told of with every batch. */
const repeatMs = 10_000;
let lastText = '';
let lastAt = 0;

/** Tells of something from outside that fails: one line. No batch and no address ever goes there. */
export function warn(text: string): void {
  const now = Date.now();
  if (text === lastText && now - lastAt < repeatMs) return;
  lastText = text;
  lastAt = now;
  // biome-ignore lint/suspicious/noConsole: a Worker has no other log.
  console.warn(text);
}

/** Tells of a mistake of our own, with its stack. */
export function logError(error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: a Worker has no other log.
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
