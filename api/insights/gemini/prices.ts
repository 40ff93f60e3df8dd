import type { Usage } from '../failure.ts';

/** US dollars for a million tokens. */
export interface TokenPrice {
  readonly prompt: number;
  readonly answer: number;
}

interface ListedPrice extends TokenPrice {
  /** The price from this moment on, where it is known to change. */
  readonly later?: TokenPrice & { readonly from: string };
}

/** Paid tier, text, prompts of up to 200,000 tokens; from the service's price list as of October 2026. */
const listed: Readonly<Record<string, ListedPrice>> = {
  'gemini-3.8-flash': {
    prompt: 0.75,
    answer: 3.75,
    later: { from: '2027-01-01', prompt: 1.5, answer: 7.5 },
  },
  'gemini-3.5-flash': { prompt: 1.5, answer: 9 },
  'gemini-3.1-flash-lite': { prompt: 0.25, answer: 1.5 },
  'gemini-3.1-pro-preview': { prompt: 2, answer: 12 },
  'gemini-2.5-pro': { prompt: 1.25, answer: 10 },
  'gemini-2.5-flash': { prompt: 0.3, answer: 2.5 },
  'gemini-2.5-flash-lite': { prompt: 0.1, answer: 0.4 },
};

/** A model whose price is not known weighs on the budget as if it were the dearest. */
const dearest: TokenPrice = { prompt: 2, answer: 12 };

/** @returns null where it is not known */
export function findPrice(model: string, now: number): TokenPrice | null {
  const price = listed[model.replace(/^models\//, '')];
  if (!price) return null;
  return price.later && now >= Date.parse(price.later.from) ? price.later : price;
}

/** What the budget counts with. */
export function budgetPrice(price: TokenPrice | null): TokenPrice {
  return price ?? dearest;
}

/** Millionths of a US dollar, rounded up: dollars a million tokens are millionths of a dollar a token. */
export function computeCostMicros(price: TokenPrice, usage: Usage): number {
  return Math.ceil(usage.promptTokens * price.prompt + usage.answerTokens * price.answer);
}
