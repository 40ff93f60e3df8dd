import { Refusal } from './refusal.ts';

/**
 * Waits for work that another request began. A request with nothing of its own to wait for is taken for hung by the
 * runtime and ended, so it keeps a timer; and should that other request's work be lost, the timer ends the wait.
 *
 * @throws {Refusal} 503 after `timeoutMs`
 */
export async function waitForShared<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Refusal(503, 'The API does not answer.', { retryAfterMs: 5_000 })),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
