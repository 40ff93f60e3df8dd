import type { TokenPrice } from './prices.ts';

/** How the model is reached, and what it may cost. */
export interface GeminiSettings {
  readonly apiKey: string;
  readonly model: string;
  /** Another address of the service; undefined: Google's. */
  readonly baseUrl?: string | undefined;
  readonly timeoutMs: number;
  /** US dollars a day (UTC), over all sites. */
  readonly dailyBudgetUsd: number;
  /** Where the model's price is not known to us, or is another for this key. */
  readonly price?: TokenPrice | undefined;
}

/** The newest stable Flash model in autumn 2026: quick, cheap, made for structured answers. */
export const defaultModel = 'gemini-3.8-flash';
const defaultTimeoutSeconds = 60;
const defaultBudgetUsd = 1;

/**
 * Reads `GEMINI_API_KEY`, `GEMINI_MODEL`, `GEMINI_BASE_URL`, `GEMINI_TIMEOUT_SECONDS`, `GEMINI_DAILY_BUDGET_USD` and `GEMINI_PRICE`
 * (`<in>,<out>`, US dollars for a million tokens).
 *
 * @returns null without a key: the rules analyse
 * @throws {Error} where a number is none
 */
export function readGeminiSettings(
  env: Readonly<Record<string, string | undefined>>,
): GeminiSettings | null {
  const apiKey = env['GEMINI_API_KEY']?.trim();
  if (!apiKey) return null;
  return {
    apiKey,
    model: env['GEMINI_MODEL']?.trim() || defaultModel,
    baseUrl: env['GEMINI_BASE_URL']?.replace(/\/+$/, '') || undefined,
    timeoutMs: 1000 * readNumber(env, 'GEMINI_TIMEOUT_SECONDS', defaultTimeoutSeconds),
    dailyBudgetUsd: readNumber(env, 'GEMINI_DAILY_BUDGET_USD', defaultBudgetUsd),
    price: readPrice(env['GEMINI_PRICE']),
  };
}

function readNumber(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  usual: number,
): number {
  const text = env[name]?.trim();
  if (!text) return usual;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`${name} is "${text}": no number.`);
  return value;
}

function readPrice(text: string | undefined): TokenPrice | undefined {
  if (!text?.trim()) return undefined;
  const [prompt = Number.NaN, answer = Number.NaN] = text.split(',').map(Number);
  if (Number.isFinite(prompt) && Number.isFinite(answer)) return { prompt, answer };
  throw new Error(`GEMINI_PRICE is "${text}"; it must be two numbers: 0.75,3.75`);
}
