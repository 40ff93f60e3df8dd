import type { FunnelChoicesQuery, FunnelStepInput, FunnelStepKind } from '../generated/funnels.ts';

export type Choice = FunnelChoicesQuery['funnelChoices'][number];

const kinds: Readonly<Record<FunnelStepKind, string>> = {
  PAGE: 'Page',
  CLICK: 'Click',
  EVENT: 'Event',
};

/** What a choice is called in the list: `Click button#pay on /cart`. */
export function nameChoice({ step: { kind, label } }: Choice): string {
  return `${kinds[kind]} ${label}`;
}

/** What a step is called: as the choice that it is, or as it was written. */
export function nameStep(step: FunnelStepInput, choices: readonly Choice[]): string {
  const choice = choices.find((each) => isSame(toStep(each), step));
  if (choice) return nameChoice(choice);
  if (step.element) return `Click ${step.element}${step.page ? ` on ${step.page}` : ''}`;
  if (step.event) return `Event ${step.event}${step.page ? ` on ${step.page}` : ''}`;
  return `Page ${step.page ?? ''}`;
}

/**
 * What was written or chosen, as a step: a choice by its name; `Page …`, `Click …`, `Event …`; `/cart` and `/help/*` are pages,
 * `#pay` is an element, and a word alone is an event.
 */
export function parseStep(written: string, choices: readonly Choice[]): FunnelStepInput | null {
  const text = written.trim();
  if (text === '') return null;
  const choice = choices.find((each) => nameChoice(each) === text);
  if (choice) return toStep(choice);
  const [, kind = '', rest = ''] = /^(page|click|event)\s+(.+)$/i.exec(text) ?? [];
  const subject = rest || text;
  switch (kind.toLowerCase()) {
    case 'page':
      return { page: subject };
    case 'click':
      return { element: subject };
    case 'event':
      return { event: subject };
    default:
      if (/^(\/|\*|https?:)/.test(text)) return { page: text };
      return /[#>.]/.test(text) ? { element: text } : { event: text };
  }
}

/** A choice as a step that can be asked for. */
export function toStep({ step }: Choice): FunnelStepInput {
  const { kind, page, element, event } = step;
  if (kind === 'CLICK') return { page, element };
  return kind === 'EVENT' ? { event } : { page };
}

export function isSame(a: FunnelStepInput, b: FunnelStepInput): boolean {
  return (['page', 'element', 'event'] as const).every(
    (name) => (a[name] ?? null) === (b[name] ?? null),
  );
}
