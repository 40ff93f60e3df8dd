import { tellApart } from '../element/tell-apart.ts';
import type { FunnelQuery, FunnelStepInput } from '../generated/funnels.ts';
import { type Choice, isSame, toStep } from './step-words.ts';

/** The choices, each under a label of its own: clicks on elements that are called alike say where each of them is. */
export function tellChoicesApart(choices: readonly Choice[]): readonly Choice[] {
  const hints = tellApart(
    choices.map(({ step: { kind, label, page, element } }) => ({
      page: `${kind} ${page}`,
      label,
      path: pathOf(element),
    })),
  );
  return choices.map((choice, i) => {
    const hint = hints[i];
    if (choice.step.kind !== 'CLICK' || !hint) return choice;
    return { ...choice, step: { ...choice.step, label: `${choice.step.label} (${hint})` } };
  });
}

/** A funnel's stages under the labels that their steps have among the choices. */
export function labelStages<Funnel extends Pick<FunnelQuery['funnel'], 'stages'>>(
  funnel: Funnel,
  steps: readonly FunnelStepInput[],
  choices: readonly Choice[],
): Funnel {
  const stages = funnel.stages.map((stage, i) => {
    const asked = steps[i];
    const choice = asked && choices.find((each) => isSame(toStep(each), asked));
    return choice ? { ...stage, step: { ...stage.step, label: choice.step.label } } : stage;
  });
  return { ...funnel, stages };
}

/** A step's element is its key, `["main > a","a",""]`; a name that the site gave is no path. */
function pathOf(element: string | null): string {
  try {
    const key: unknown = JSON.parse(element ?? '[]');
    return Array.isArray(key) && key.length > 1 ? String(key[0]) : '';
  } catch {
    return '';
  }
}
