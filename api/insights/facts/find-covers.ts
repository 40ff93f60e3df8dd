import type { ClickFact } from '../../fold/fact.ts';
import { clickKey } from './condense-clicks.ts';
import type { CoverFact } from './facts.ts';
import { nameElement } from './name-element.ts';
import { countSessions, referFirst, type Scene, type Seen } from './scene.ts';

type SeenClick = Seen<ClickFact>;

const myriad = 10_000;
/** Elements larger than this share of the window are the page's ground, not something that lies over it. */
const mostShareOfWindow = 0.6;

/**
 * Clicks that something caught which lay over a control: nothing answered them, and at another time in the same view a click
 * in the same place reached an element that looks interactive.
 */
export function findCovers(scene: Scene): CoverFact[] {
  const byView = Map.groupBy(
    scene.seen('click').filter(({ fact }) => fact.element),
    ({ event }) => `${event.session}/${event.view}`,
  );
  const pairs = [...byView.values()].flatMap((clicks) => {
    const controls = clicks.filter(
      ({ fact }) => fact.isInteractive && !fact.isDead && !fact.isDrag,
    );
    return clicks.filter(isCaught).flatMap((caught) => {
      const under = controls.filter((control) => liesOver(caught, control));
      return under[0] ? [{ caught, under: under[0], reached: under }] : [];
    });
  });
  const groups = Map.groupBy(
    pairs,
    ({ caught, under }) => `${clickKey(caught)} ${clickKey(under)}`,
  );
  return [...groups.values()]
    .flatMap((some): CoverFact[] => {
      const [first] = some;
      if (!first) return [];
      const caught = some.map((pair) => pair.caught);
      return [
        {
          cover: nameElement(first.caught.fact.element),
          under: nameElement(first.under.fact.element),
          page: first.caught.page,
          presses: caught.length,
          sessions: countSessions(caught),
          refs: referFirst(scene, caught),
          underRefs: referFirst(scene, [...new Set(some.flatMap(({ reached }) => reached))]),
        },
      ];
    })
    .sort((a, b) => b.presses - a.presses);
}

function isCaught({ fact }: SeenClick): boolean {
  const share =
    (fact.elementWidth * fact.elementHeight) /
    Math.max(1, fact.viewportWidth * fact.viewportHeight);
  return fact.isDead && !fact.isInteractive && share <= mostShareOfWindow;
}

/** Whether a press fell into the box of the element that another press reached, and hit something else. */
function liesOver(caught: SeenClick, control: SeenClick): boolean {
  const { fact } = control;
  if (clickKey(caught) === clickKey(control)) return false;
  const left = fact.x - (fact.elementXMyriad / myriad) * fact.elementWidth;
  const top = fact.y - (fact.elementYMyriad / myriad) * fact.elementHeight;
  const { x, y } = caught.fact;
  return x >= left && x <= left + fact.elementWidth && y >= top && y <= top + fact.elementHeight;
}
