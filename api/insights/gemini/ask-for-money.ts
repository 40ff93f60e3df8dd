import type { Db } from 'mongodb';
import type { Facts } from '../facts/facts.ts';
import { AnalysisFailure, type Bill, type Usage } from '../failure.ts';
import type { Claims } from '../insight.ts';
import { askGemini, mostAnswerTokens } from './ask-gemini.ts';
import { budgetPrice, computeCostMicros, findPrice } from './prices.ts';
import { makePrompt } from './prompt.ts';
import type { GeminiSettings } from './settings.ts';
import { reserve } from './spending.ts';

/** A token has three letters at least in text like this; the schema and the wrapping have some more. */
const charsPerToken = 3;
const schemaTokens = 1_000;

/**
 * Asks the model within the day's budget: what the question may cost at most is set aside first, and what it did cost counted
 * afterwards.
 *
 * @throws {AnalysisFailure} as `askGemini`, with the bill where there is one; BUDGET_SPENT
 */
export async function askForMoney(
  db: Db,
  settings: GeminiSettings,
  facts: Facts,
  stopping: AbortSignal,
): Promise<{ readonly claims: Claims; readonly bill: Bill }> {
  const now = Date.now();
  const prompt = makePrompt(facts);
  const price = settings.price ?? findPrice(settings.model, now);
  const chars = prompt.instruction.length + prompt.data.length;
  const promptTokens = Math.ceil(chars / charsPerToken) + schemaTokens;
  const mostMicros = computeCostMicros(budgetPrice(price), {
    promptTokens,
    answerTokens: mostAnswerTokens,
  });
  const reservation = await reserve(db, settings.dailyBudgetUsd, mostMicros, now);
  const settle = async (usage: Usage): Promise<Bill> => {
    await reservation.settle(computeCostMicros(budgetPrice(price), usage));
    return { ...usage, costMicros: price && computeCostMicros(price, usage) };
  };
  try {
    const { claims, usage } = await askGemini(settings, prompt, stopping);
    return { claims, bill: await settle(usage) };
  } catch (error) {
    const isFailure = error instanceof AnalysisFailure;
    // A question that was given up may be billed all the same: its prompt is counted.
    const given =
      isFailure && error.code === 'TIMED_OUT' ? { promptTokens, answerTokens: 0 } : null;
    const usage = (isFailure ? error.usage : null) ?? given ?? { promptTokens: 0, answerTokens: 0 };
    const bill = await settle(usage);
    throw isFailure ? error.withBill(bill) : error;
  }
}
