/** The scalar `Batch` of the API: a packed batch with what the edge knows of it. The same is a queue's message. */
export interface IncomingBatch {
  /** The packed batch, base64. */
  readonly body: string;
  /** Ms since 1970, by the collector's clock. */
  readonly receivedAt: number;
  /** ISO 3166-1 alpha-2, where the edge knows it. */
  readonly country: string | null;
  readonly region: string | null;
  readonly browser: string | null;
  readonly os: string | null;
  readonly device: 'DESKTOP' | 'TABLET' | 'MOBILE';
  /** A browser driven by a program. */
  readonly automated: boolean;
}

/** The API's `BatchResult`. */
export interface BatchResult {
  readonly status: 'ACCEPTED' | 'DUPLICATE' | 'REJECTED' | 'RETRY';
  readonly reason: string | null;
}

/** The API's `DeadLetterInput`. */
export interface DeadLetter {
  /** Empty where it could not be told. */
  readonly site: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  readonly reason: string;
  /** The packed batch, base64. */
  readonly body: string;
  /** JSON of the whole `IncomingBatch`. */
  readonly batch: string;
}
