import { type Chance, makeChance, makeSeedId } from './chance.ts';
import { type Device, devices } from './devices.ts';
import { type DriftStyle, driftStyles } from './drift.ts';

/** Somebody who visits the shop, once or often. */
export interface Person {
  readonly visitor: string;
  /** As the shop calls them once they have ordered. */
  readonly customer: string;
  readonly device: Device;
  readonly country: string;
  /** Where they come from at first; returning people come by themselves. */
  readonly referrer: string;
  readonly temper: Temper;
}

export interface Temper {
  /** 1 is usual; more is slower. */
  readonly pace: number;
  /** How far from an element's middle they press, as a share of its half. */
  readonly aim: number;
  /** How often they stop and think, 0 to 1. */
  readonly doubt: number;
  /** How many presses in vain they give a button before they leave it. */
  readonly patience: number;
  /** How their hand moves while they read. */
  readonly style: DriftStyle;
  /** How likely they are to buy, 0 to 1. */
  readonly wish: number;
}

const countries = [
  { value: 'SE', weight: 38 },
  { value: 'NO', weight: 14 },
  { value: 'DE', weight: 13 },
  { value: 'DK', weight: 10 },
  { value: 'FI', weight: 8 },
  { value: 'NL', weight: 7 },
  { value: 'GB', weight: 6 },
  { value: 'FR', weight: 4 },
];
const referrers = [
  { value: 'https://www.google.com/', weight: 40 },
  { value: '', weight: 24 },
  { value: 'https://www.instagram.com/', weight: 14 },
  { value: 'https://www.pinterest.com/', weight: 8 },
  { value: 'https://mail.norrby.example/', weight: 6 },
  { value: 'https://duckduckgo.com/', weight: 4 },
  { value: 'https://www.bing.com/', weight: 4 },
];

const returning = 0.32;
/** Of those who come back, how far back they were here last: among so many visitors before. */
const memory = 400;

/** Who each visit is made by: new people, and some who were here before. */
export function planPeople(sessions: number, seed: string): readonly Person[] {
  const chance = makeChance(`${seed} people`);
  const known: Person[] = [];
  return Array.from({ length: sessions }, () => {
    const isReturning = known.length > 0 && chance.happens(returning);
    const person = isReturning
      ? chance.pick(known.slice(-memory))
      : makePerson(seed, known.length, makeChance(`${seed} person ${known.length}`));
    if (!isReturning) known.push(person);
    return isReturning ? { ...person, referrer: '' } : person;
  });
}

function makePerson(seed: string, number: number, chance: Chance): Person {
  return {
    visitor: makeSeedId(`${seed} visitor ${number}`, 16),
    customer: `customer-${1_000 + number}`,
    device: chance.weighted(devices),
    country: chance.weighted(countries).value,
    referrer: chance.weighted(referrers).value,
    temper: {
      pace: Math.min(2.2, chance.skewed(1, 0.28)),
      aim: chance.between(0.2, 0.65),
      doubt: chance.between(0, 1) ** 2,
      patience: Math.max(1, Math.min(9, Math.round(chance.skewed(2.6, 0.55)))),
      style: chance.weighted(driftStyles).value,
      wish: chance.between(0, 1),
    },
  };
}
