/** An error as it may be logged. */
export interface ErrorDescription {
  readonly type: string;
  readonly code?: string | number;
  readonly message: string;
  /** Where it was thrown, without what it says. */
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

const mostMessageChars = 300;

/**
 * What of an error tells where it went wrong, and nothing of the data with which it did: MongoDB's errors carry whole documents,
 * and name the values of a key.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutData(String(error)) };
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return {
    type: name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    message: withoutData(message),
    ...(stack ? { stack: onlyFrames(stack) } : {}),
    ...(cause instanceof Error ? { cause: describeError(cause) } : {}),
  };
}

/** Addresses of pages, and whatever stands in quotes or in the key of a document, are data. */
export function withoutData(text: string): string {
  return text
    .replaceAll(/\bdup key: .*/gs, 'dup key: …')
    .replaceAll(/https?:\/\/\S+/g, '…')
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .slice(0, mostMessageChars);
}

function onlyFrames(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
