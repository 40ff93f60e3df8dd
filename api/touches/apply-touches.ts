import type { Touch } from '../ingest/aggregate.ts';
import { counterKey, type Tally } from '../ingest/tally.ts';
import { findListed } from '../store/find-listed.ts';
import type { Transaction } from '../store/transaction.ts';
import { countTouches } from './count-touches.ts';
import { pageOf } from './leaf.ts';
import { visitorDays } from './visitor-days.ts';

/** One visitor's touches on one page. */
interface VisitorTouches {
  readonly site: string;
  readonly generation: number;
  readonly visitor: string;
  readonly route: string;
  readonly touches: Touch[];
}

/** Gathers the touches of a commit, so that each visitor's document is read once. */
export class TouchTally {
  readonly #byDocument = new Map<string, VisitorTouches>();

  add(site: string, generation: number, visitor: string, touch: Touch, sign: 1 | -1): void {
    const route = pageOf(touch);
    const key = `${site}\n${generation}\n${visitor}\n${route}`;
    const known = this.#byDocument.get(key);
    const group = known ?? { site, generation, visitor, route, touches: [] };
    this.#byDocument.set(key, group);
    group.touches.push({ ...touch, by: sign * touch.by });
  }

  get groups(): readonly VisitorTouches[] {
    return [...this.#byDocument.values()];
  }
}

/** Where the increments that follow go: the commit's tally. */
type IncrementSink = Pick<Tally, 'add' | 'locate'>;

/**
 * Turns a commit's touches into increments, against the visitors' documents as the transaction sees them. Those documents
 * change with every touch, so a commit elsewhere that saw them too ends in a conflict and runs again.
 */
export async function applyTouches(
  tx: Transaction,
  tally: TouchTally,
  into: IncrementSink,
): Promise<void> {
  const groups = tally.groups;
  if (groups.length === 0) return;
  const wanted = groups.map(({ site, generation, visitor, route }) => ({
    site,
    key: counterKey(generation, { visitor, route }, 0),
  }));
  const known = await findListed(tx, visitorDays.in(tx.db), ['key'], wanted);
  const knownByKey = new Map(known.map((document) => [groupKey(document), document]));
  for (const group of groups) {
    const { site, generation, visitor, route, touches } = group;
    const stored = knownByKey.get(groupKey(group));
    for (const increment of countTouches(visitor, route, stored?.sums ?? {}, touches)) {
      into.add(site, generation, increment, 1);
    }
    const place = { site, generation, collection: visitorDays.name, id: { visitor, route } };
    into.locate(place, stored?._id ?? null);
  }
}

function groupKey(of: {
  readonly site: string;
  readonly generation: number;
  readonly visitor?: unknown;
  readonly route?: unknown;
}): string {
  return JSON.stringify([of.site, of.generation, of.visitor, of.route]);
}
