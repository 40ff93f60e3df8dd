/** Why a batch is not taken, as an HTTP status: 400, 403 and 413 are final, 429 and 503 ask to come again. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: string;
  /** The field that is wrong, as in `events[2].x`. */
  readonly place: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(
    status: 400 | 403 | 413 | 429 | 503,
    reason: string,
    more: { readonly place?: string; readonly retryAfterMs?: number } = {},
  ) {
    super(reason);
    this.status = status;
    this.reason = reason;
    this.place = more.place;
    this.retryAfterMs = more.retryAfterMs;
  }
}
