import { describe, expect, it } from 'vitest';
import { budgetPrice, computeCostMicros, findPrice } from './prices.ts';
import { defaultModel, readGeminiSettings } from './settings.ts';

describe('the settings', () => {
  it('are none without a key', () => {
    expect(readGeminiSettings({})).toBeNull();
    expect(readGeminiSettings({ GEMINI_API_KEY: '  ' })).toBeNull();
  });

  it('need a key and nothing else', () => {
    expect(readGeminiSettings({ GEMINI_API_KEY: 'k' })).toEqual({
      apiKey: 'k',
      model: defaultModel,
      baseUrl: undefined,
      timeoutMs: 60_000,
      dailyBudgetUsd: 1,
      price: undefined,
    });
  });

  it('can all be chosen', () => {
    expect(
      readGeminiSettings({
        GEMINI_API_KEY: 'k',
        GEMINI_MODEL: 'gemini-next',
        GEMINI_BASE_URL: 'http://localhost:9/',
        GEMINI_TIMEOUT_SECONDS: '5',
        GEMINI_DAILY_BUDGET_USD: '0',
        GEMINI_PRICE: '0.1,0.4',
      }),
    ).toEqual({
      apiKey: 'k',
      model: 'gemini-next',
      baseUrl: 'http://localhost:9',
      timeoutMs: 5_000,
      dailyBudgetUsd: 0,
      price: { prompt: 0.1, answer: 0.4 },
    });
  });

  it('say which of them is wrong', () => {
    const wrong = (more: object) => () => readGeminiSettings({ GEMINI_API_KEY: 'k', ...more });
    expect(wrong({ GEMINI_TIMEOUT_SECONDS: 'soon' })).toThrow('GEMINI_TIMEOUT_SECONDS');
    expect(wrong({ GEMINI_PRICE: '1' })).toThrow('GEMINI_PRICE');
  });
});

describe('what an answer costs', () => {
  const usage = { promptTokens: 4_000, answerTokens: 1_500 };
  const autumn2026 = Date.parse('2026-10-01');

  it('is its tokens times their price, rounded up to a millionth of a dollar', () => {
    const price = findPrice('gemini-3.8-flash', autumn2026);
    expect(price && computeCostMicros(price, usage)).toBe(4_000 * 0.75 + 1_500 * 3.75);
    expect(
      computeCostMicros({ prompt: 0.1, answer: 0 }, { promptTokens: 1, answerTokens: 0 }),
    ).toBe(1);
  });

  it('follows a price that changes on a known day', () => {
    expect(findPrice('models/gemini-3.8-flash', Date.parse('2027-01-01'))).toMatchObject({
      prompt: 1.5,
      answer: 7.5,
    });
  });

  it('is not known of an unknown model, and weighs on the budget like the dearest', () => {
    expect(findPrice('gemini-next', autumn2026)).toBeNull();
    const most = computeCostMicros(budgetPrice(null), usage);
    for (const model of ['gemini-2.5-pro', 'gemini-3.1-pro-preview', 'gemini-3.5-flash']) {
      const price = findPrice(model, autumn2026);
      expect(price && computeCostMicros(price, usage)).toBeLessThanOrEqual(most);
    }
  });
});
