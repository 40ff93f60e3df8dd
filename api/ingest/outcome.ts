/** What became of one batch. `REJECTED`: never send it again. `RETRY`: send it again, later. */
export interface Outcome {
  readonly status: 'ACCEPTED' | 'DUPLICATE' | 'REJECTED' | 'RETRY';
  readonly reason?: string;
  /** Accepted, and nothing of it kept: its visitor was erased. */
  readonly dropped?: true;
}
