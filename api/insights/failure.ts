/** Why the model did not speak. The rules do so instead. */
export const noticeCodes = [
  'NO_KEY',
  'BUDGET_SPENT',
  'TIMED_OUT',
  'QUOTA_EXCEEDED',
  'REFUSED',
  'MALFORMED_ANSWER',
  'KEY_REJECTED',
  'MODEL_UNKNOWN',
  'SERVICE_FAILED',
  'UNREACHABLE',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

export interface AnalysisNotice {
  readonly code: NoticeCode;
  /** For people: what happened, and what they can do. */
  readonly message: string;
  /** When asking again may help, s; null where that is not known. */
  readonly retryAfterSeconds: number | null;
}

/** Something that keeps the model from answering, told to whoever asked. Anything else is a defect. */
export class AnalysisFailure extends Error {
  override readonly name: string = 'AnalysisFailure';
  readonly code: NoticeCode;
  readonly retryAfterSeconds: number | null;
  /** What the service counted all the same. */
  readonly usage: Usage | null;

  constructor(
    code: NoticeCode,
    message: string,
    more: { readonly retryAfterSeconds?: number | null; readonly usage?: Usage | null } = {},
  ) {
    super(message);
    this.code = code;
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
    this.usage = more.usage ?? null;
  }

  /** What it cost all the same; null until that is known. */
  billed: Bill | null = null;

  withBill(bill: Bill): this {
    this.billed = bill;
    return this;
  }

  toNotice(): AnalysisNotice {
    return { code: this.code, message: this.message, retryAfterSeconds: this.retryAfterSeconds };
  }
}

/** Tokens that the service counted; its thinking is part of the answer, as on the bill. */
export interface Usage {
  readonly promptTokens: number;
  readonly answerTokens: number;
}

export interface Bill extends Usage {
  /** Millionths of a US dollar; null where the model's price is not known. */
  readonly costMicros: number | null;
}
