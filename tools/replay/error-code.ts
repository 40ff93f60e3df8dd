/** The system's name for what went wrong (`ECONNREFUSED`), also where `fetch` wraps it; empty for none. */
export function findCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return findCode(error.errors[0]);
  return findCode(error.cause);
}
