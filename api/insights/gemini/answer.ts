import * as v from 'valibot';
import { type Claim, type Claims, severities } from '../insight.ts';

const mostTitleChars = 160;
const mostDetailChars = 1_000;
const text = (chars: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => value.replace(/\s+/g, ' ').trim().slice(0, chars)),
    v.minLength(1),
  );

const Claimed = v.object({
  title: text(mostTitleChars),
  detail: text(mostDetailChars),
  severity: v.picklist(severities),
  evidence: v.array(v.string()),
});

const Answer = v.object({
  mainProblem: v.nullable(Claimed),
  insights: v.array(Claimed),
  recommendations: v.array(Claimed),
  confidence: v.number(),
});

/**
 * Reads what the model answered. Every text is taken as text, whatever it says.
 *
 * @throws where it is no JSON, or not of the form that was asked for
 */
export function parseAnswer(json: string): Claims {
  return v.parse(Answer, JSON.parse(json));
}

/** The same form, as the service is told of it. */
export const claimShape: Readonly<Record<keyof Claim, string>> = {
  title: 'The finding in one short sentence, without names of events.',
  detail: 'What people did and what kept them, with the numbers from the facts; 1 to 3 sentences.',
  severity: 'How much it keeps people from what they came for.',
  evidence: 'Names of the events (e1, e2 …) that show it, exactly as in the facts; one at least.',
};
