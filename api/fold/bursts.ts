import { judgeClick } from '../../schema/rules/dead-click.ts';
import { computeDistance } from '../../schema/rules/point.ts';
import {
  type BurstPress,
  describeAnswers,
  detectProductivity,
} from '../../schema/rules/productive-burst.ts';
import type { SiteRules } from './fold.ts';
import type { BurstAnswer, HeldBurst, HeldPress, PressState } from './presses.ts';

/** Presses of one burst that are judged one by one; the verdict on a longer burst is that on its first so many. */
const BURST_PRESSES_JUDGED = 500;

/** Opens a burst with the presses of these orders. */
export function startBurst(state: PressState, orders: readonly number[]): PressState {
  const members = state.held.filter(({ order }) => orders.includes(order));
  const [first, ...others] = members;
  if (!first) return state;
  const { fact } = first;
  const key = `b${fact.press}`;
  const opened: HeldBurst = {
    fact: {
      kind: 'burst',
      key,
      t: fact.t,
      presses: [fact.press],
      clickCount: 1,
      durationMs: 0,
      x: fact.x,
      y: fact.y,
      radiusPx: 0,
      element: fact.element,
      productive: false,
      reason: '',
    },
    told: null,
    lastOrder: first.order,
    lastT: fact.t,
    frozen: null,
  };
  return {
    ...state,
    held: state.held.map((held) => (members.includes(held) ? { ...held, burst: key } : held)),
    bursts: [...state.bursts, others.reduce(addPress, opened)],
  };
}

/** Takes a press into the open burst: the last one. */
export function extendBurst(state: PressState, press: HeldPress, rules: SiteRules): PressState {
  const open = state.bursts.at(-1);
  if (!open) return state;
  const { key } = open.fact;
  const isFull = open.fact.presses.length === BURST_PRESSES_JUDGED;
  const frozen = open.frozen ?? (isFull ? answerBurst(state, open, rules) : null);
  return {
    ...state,
    held: state.held.map((held) => (held === press ? { ...held, burst: key } : held)),
    bursts: [...state.bursts.slice(0, -1), addPress({ ...open, frozen }, press)],
  };
}

function addPress(burst: HeldBurst, press: HeldPress): HeldBurst {
  const { fact } = burst;
  return {
    ...burst,
    lastOrder: press.order,
    lastT: Math.max(burst.lastT, press.fact.t),
    fact: {
      ...fact,
      presses: burst.frozen ? fact.presses : [...fact.presses, press.fact.press],
      clickCount: fact.clickCount + 1,
      durationMs: press.fact.t - fact.t,
      radiusPx: Math.max(fact.radiusPx, computeDistance(fact, press.fact)),
    },
  };
}

/** What the burst got done, by all that is known of its presses now. */
export function answerBurst(state: PressState, burst: HeldBurst, rules: SiteRules): BurstAnswer {
  if (burst.frozen) return burst.frozen;
  const presses = state.held
    .filter((press) => press.burst === burst.fact.key)
    .map((press) => judgePressOfBurst(press, rules));
  return {
    productive: rules.rageRule === 'default' && detectProductivity(presses) !== null,
    answers: describeAnswers(presses),
  };
}

function judgePressOfBurst({ fact, seen }: HeldPress, rules: SiteRules): BurstPress {
  const press = { seen, isDrag: fact.isDrag, isExempt: fact.exempt !== 0 };
  const { reaction } = judgeClick(press, rules.deadClickMs);
  return { reaction, causes: seen.causes, pointer: fact.pointer };
}
