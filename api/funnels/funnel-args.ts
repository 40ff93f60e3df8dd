import * as v from 'valibot';
import { limits } from '../../schema/limits.ts';
import { builder } from '../graphql/builder.ts';
import { Problem } from '../graphql/problem.ts';
import type { Breakdown } from './count-visitors.ts';
import type { FunnelOrder, FunnelStep } from './step.ts';

export const FunnelOrderType = builder.enumType('FunnelOrder', {
  description: 'How the steps of a funnel follow one another. No event is ever two steps.',
  values: {
    ORDERED: { description: 'One after another; anything may come between.' },
    STRICT: {
      description:
        'In a row, in one session: between them nothing of the kinds that the funnel asks about (pages, clicks, custom events).',
    },
    ANY: {
      description: 'In any order: step k is reached once steps 1 to k are all done.',
    },
  } satisfies Record<FunnelOrder, { description: string }>,
});

export const FunnelBreakdownType = builder.enumType('FunnelBreakdown', {
  description: 'What a funnel is split by: a trait of the session in which the visitor entered it.',
  values: {
    DEVICE: { description: 'Device class.' },
    BROWSER: { description: 'Name of the browser.' },
    COUNTRY: { description: 'ISO 3166-1 alpha-2.' },
    REFERRER: { description: 'Host of the address that led to the site; null for none.' },
    FIRST_PAGE: { description: "Route of the session's first page." },
  } satisfies Record<Breakdown, { description: string }>,
});

export interface StepInput {
  readonly page?: string | null | undefined;
  readonly element?: string | null | undefined;
  readonly event?: string | null | undefined;
}

export const FunnelStepInput = builder.inputRef<StepInput>('FunnelStepInput').implement({
  description:
    'A step: `page` alone is a page view; `element` is a click, `event` a custom event, each anywhere, or on `page`.',
  fields: (t) => ({
    page: t.string({
      description:
        'A route (`/product/:id`), an address, or a pattern in which `*` stands for anything (`/help/*`).',
    }),
    element: t.string({
      description:
        "A click on it: an element's key (`funnelChoices`), its `data-trail-name`, `#id`, or its CSS path.",
    }),
    event: t.string({ description: 'A custom event: its name in `tracker.track(name)`.' }),
  }),
});

export const fewestSteps = 2;
export const mostSteps = 10;
const mostWindowMinutes = 525_600;

const text = (most: number) => v.nullish(v.pipe(v.string(), v.trim(), v.maxLength(most)));
const stepSchema = v.object({
  page: text(limits.urlChars),
  element: text(limits.pathChars + limits.tagChars + limits.idChars + 20),
  event: text(limits.customNameChars),
});

/** @throws {Problem} BAD_USER_INPUT naming the step */
export function readSteps(input: readonly StepInput[]): FunnelStep[] {
  if (input.length < fewestSteps || input.length > mostSteps) {
    throw new Problem(
      'BAD_USER_INPUT',
      `A funnel has ${fewestSteps} to ${mostSteps} steps, not ${input.length}.`,
    );
  }
  return input.map(readStep);
}

function readStep(input: StepInput, index: number): FunnelStep {
  const refuse = (why: string) => new Problem('BAD_USER_INPUT', `Step ${index + 1}: ${why}`);
  const result = v.safeParse(stepSchema, input, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw refuse(`${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
  }
  const { page, element, event } = result.output;
  if (element && event) throw refuse('give an element or an event, not both.');
  if (element) return { kind: 'click', page: page || null, subject: element };
  if (event) return { kind: 'event', page: page || null, subject: event };
  if (page) return { kind: 'page', page, subject: '' };
  throw refuse('give a page, an element or an event.');
}

/** @throws {Problem} BAD_USER_INPUT unless it is 1 minute to a year */
export function readWindow(minutes: number | null | undefined): number | null {
  if (minutes === null || minutes === undefined) return null;
  if (minutes < 1 || minutes > mostWindowMinutes) {
    throw new Problem(
      'BAD_USER_INPUT',
      `windowMinutes is ${minutes}; it must be 1 to ${mostWindowMinutes.toLocaleString('en')} (a year).`,
    );
  }
  return minutes;
}
