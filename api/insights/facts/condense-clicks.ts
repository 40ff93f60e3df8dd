import { makeElementKey } from '../../../schema/rules/element-key.ts';
import type { ClickFact } from '../../fold/fact.ts';
import type { ClickGroup } from './facts.ts';
import { nameElement } from './name-element.ts';
import { countSessions, referFirst, type Scene, type Seen } from './scene.ts';

type SeenClick = Seen<ClickFact>;

/** Which clicks are on the same thing: a page and an element. */
export function clickKey({ page, fact }: Pick<SeenClick, 'page' | 'fact'>): string {
  return `${page} ${fact.element ? makeElementKey(fact.element) : ''}`;
}

/** Clicks by element: those with most trouble first, then those clicked most. */
export function condenseClicks(scene: Scene): ClickGroup[] {
  const bursts = scene.seen('burst');
  const groups = Map.groupBy(scene.seen('click'), clickKey);
  return [...groups.values()]
    .map((clicks) => makeGroup(scene, clicks, bursts))
    .sort((a, b) => trouble(b) - trouble(a) || b.clicks - a.clicks);
}

function trouble({ dead, rage, slow }: ClickGroup): number {
  return dead + rage + slow;
}

function makeGroup(
  scene: Scene,
  clicks: readonly SeenClick[],
  bursts: ReturnType<typeof scene.seen<'burst'>>,
): ClickGroup {
  const [first] = clicks;
  const dead = clicks.filter(({ fact }) => fact.isDead);
  const rage = clicks.filter(({ fact }) => fact.isRage);
  const slow = clicks.filter(({ fact }) => fact.isSlow);
  const names = new Set(
    clicks.map(({ event, fact }) => `${event.session}/${event.view}/${fact.press}`),
  );
  const lengths = bursts
    .filter(({ fact }) => !fact.productive)
    .filter(({ event, fact }) => names.has(`${event.session}/${event.view}/${fact.presses[0]}`))
    .map(({ fact }) => fact.clickCount);
  return {
    element: nameElement(first?.fact.element ?? null),
    page: first?.page ?? '',
    sessions: countSessions(clicks),
    clicks: clicks.length,
    dead: dead.length,
    rage: rage.length,
    slow: slow.length,
    longestBurst: Math.max(0, ...lengths),
    slowestMs: slow.length > 0 ? Math.max(...slow.map(({ fact }) => fact.silentMs ?? 0)) : null,
    looksInteractive: clicks.some(({ fact }) => fact.isInteractive),
    reason: clicks.find(({ fact }) => fact.reason !== null)?.fact.reason ?? null,
    refs: referFirst(scene, clicks),
    deadRefs: referFirst(scene, dead),
    rageRefs: referFirst(scene, rage),
    slowRefs: referFirst(scene, slow),
  };
}
