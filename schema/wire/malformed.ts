/** A batch that can never be accepted. `place` is the field, `reason` what is wrong with it. */
export class MalformedBatchError extends Error {
  readonly place: string;
  readonly reason: string;

  constructor(place: string, reason: string) {
    super(`${place} ${reason}`);
    this.name = 'MalformedBatchError';
    this.place = place;
    this.reason = reason;
  }
}
