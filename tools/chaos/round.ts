import { makeRandom } from '../../api/testing/random-visits.ts';
import type { CalmSystem } from './calm-system.ts';
import type { ChaosSystem } from './chaos-system.ts';
import { cause, type Fault, planFaults } from './faults.ts';
import { findDifferences, readNumbers } from './numbers.ts';
import type { PlannedRound } from './plan-rounds.ts';
import { type Delivery, sendVisit } from './visitor.ts';
import { makeVisits, type Sent } from './visits.ts';

export interface RoundSettings extends PlannedRound {
  readonly seed: number;
  readonly site: string;
  readonly visitors: number;
  /** How many times faster than real time visitors live. */
  readonly speed: number;
  /** Faults fall within so long from the round's start. */
  readonly faultsWithinMs: number;
}

export interface RoundResult {
  readonly faults: readonly Fault[];
  readonly sent: Sent;
  readonly deliveries: Delivery;
  /** Copies that the API had to tell from new ones, and replies that never came. */
  readonly repeated: number;
  readonly droppedReplies: number;
  /** None: what GraphQL says is what was sent. */
  readonly differences: readonly string[];
  readonly seconds: number;
}

/** Everything has to be through by then: the faults are over after a few seconds. */
const arrivesWithinMs = 150_000;
/** And counted this long after the last acknowledgement, which in queue mode comes first. */
const countedWithinMs = 20_000;

/** Sends visits while things break, waits until all is acknowledged, and compares all numbers. */
export async function runRound(
  system: ChaosSystem,
  calm: CalmSystem,
  settings: RoundSettings,
): Promise<RoundResult> {
  const startedAt = performance.now();
  const { round, seed, forward, kinds, site, visitors, faultsWithinMs } = settings;
  const random = makeRandom(seed * 1_000 + round);
  const faults = planFaults(kinds, faultsWithinMs, random);
  const { visits, sent } = makeVisits(site, visitors, Date.now(), random);
  const { edges, backbone } = system;
  const networks = [edges[forward], backbone];
  const before = total(networks);
  const signal = AbortSignal.timeout(arrivesWithinMs);
  const visitor = {
    url: edges[forward].url,
    replaySecret: system.replaySecret,
    speed: settings.speed,
    random,
    closesOneIn: 12,
  };
  const deliveries: Delivery = { posts: 0, failures: 0, pagesClosed: 0, refused: 0 };
  const send = async () => {
    await Promise.all([
      ...visits.map((visit) => sendVisit(visit, visitor, deliveries, signal)),
      ...faults.map((fault) => cause(fault, system, forward)),
    ]);
    await system.healthy();
    await Promise.all(networks.map((network) => network.quiet()));
    await calm.take(visits);
    return compareSoon(system, calm, site, sent);
  };
  // A round that gets stuck has failed; the others go on.
  const differences = await send().catch((error: unknown) => [`It did not end: ${error}`]);
  const after = total(networks);
  return {
    faults,
    sent,
    deliveries,
    repeated: after.repeated - before.repeated,
    droppedReplies: after.droppedReplies - before.droppedReplies,
    differences,
    seconds: (performance.now() - startedAt) / 1000,
  };
}

async function compareSoon(
  system: ChaosSystem,
  calm: CalmSystem,
  site: string,
  sent: Sent,
): Promise<string[]> {
  const until = performance.now() + countedWithinMs;
  const expected = await readNumbers(calm.ask, site);
  const wrong = checkSent(expected, sent);
  for (;;) {
    const differences = await readNumbers(system.ask, site).then(
      (found) => [...wrong, ...findDifferences(expected, found)],
      (error: unknown) => [String(error)],
    );
    const isTime = performance.now() > until || wrong.length > 0;
    if (differences.length === 0 || isTime) return differences;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

interface CountedSession {
  readonly totalClicks: number;
  readonly mouseMovements: number;
  readonly pageCount: number;
}

/** That even the calm system says what was sent is checked by counting. */
function checkSent(numbers: Readonly<Record<string, unknown>>, sent: Sent): string[] {
  const sessions = numbers.sessions as readonly CountedSession[];
  const events = numbers.events as readonly { readonly type: string }[];
  const ofType = (type: string) => events.filter((event) => event.type === type).length;
  const sum = (pick: (session: CountedSession) => number) =>
    sessions.reduce((so, session) => so + pick(session), 0);
  const counted = {
    sessions: sessions.length,
    views: sum(({ pageCount }) => pageCount),
    samples: sum(({ mouseMovements }) => mouseMovements),
    presses: sum(({ totalClicks }) => totalClicks),
    customEvents: ofType('CUSTOM'),
    errors: ofType('ERROR'),
    typings: ofType('KEYBOARD'),
    formUses: ofType('FORM'),
  };
  const { batches: _, ...expected } = sent;
  return findDifferences(expected, counted, 5, 'sent');
}

function total(
  networks: readonly { readonly done: { droppedReplies: number; repeated: number } }[],
) {
  return networks.reduce(
    (so, { done }) => ({
      repeated: so.repeated + done.repeated,
      droppedReplies: so.droppedReplies + done.droppedReplies,
    }),
    { repeated: 0, droppedReplies: 0 },
  );
}
