import { Binary } from 'mongodb';
import { dayOf } from '../sites/site-day.ts';
import type { CounterDocument } from '../store/counters.ts';
import type { Store } from '../store/open-store.ts';
import type { SiteDocument } from '../store/sites.ts';
import { runTransaction, type Transaction } from '../store/transaction.ts';
import {
  type Compactable,
  heatCounts,
  type PackedDocument,
  peopleCounts,
} from './heat-collections.ts';
import { findGroups, type Group, nameOf } from './heat-groups.ts';
import { monthOf, nextMonth } from './month.ts';
import { addTo, packTable, readPacked } from './packing.ts';

/** Days packed in one transaction: a commit costs about as much as one of them. */
const daysAtOnce = 20;

type Building = Map<string, Map<number, number>>;

/**
 * Packs a site's heat of days that are over: all tiles and parts of a page, layer, device and band end in one document a day,
 * and all days of a month that is over in one document a month, so that what a heatmap reads grows neither with what happened nor
 * with the processes that counted it. What arrives for a closed day later is open again until the next run; readers add both.
 *
 * @param now ms since 1970
 * @param signal ends it early: what is left is for the next run
 * @returns how many documents of days and months were written
 */
export async function compactHeat(
  store: Store,
  site: SiteDocument,
  now: number,
  signal?: AbortSignal,
): Promise<number> {
  const today = dayOf(site.timeZone, now);
  let written = 0;
  for (const compactable of [heatCounts, peopleCounts]) {
    const run = { store, compactable, site: site.site, today, signal };
    written += await packDays(run);
    written += await sealMonths(run);
  }
  return written;
}

/**
 * Adds what arrived for days that are packed to their packed documents, and leaves days alone that are not packed yet: what was
 * taken back is to leave no trace, and whoever waits for that does not wait for the rest.
 *
 * @param now ms since 1970
 * @returns how many documents of days were written
 */
export async function repackHeat(store: Store, site: SiteDocument, now: number): Promise<number> {
  const today = dayOf(site.timeZone, now);
  let written = 0;
  for (const compactable of [heatCounts, peopleCounts]) {
    const span = { $in: ['day', 'sealed'] };
    const match = { site: site.site, span, day: { $lt: today } };
    const packed = await findGroups(store, compactable, compactable.packed.name, match);
    const names = new Set(
      packed.flatMap(({ group, days }) => days.map((day) => nameOf(group, day))),
    );
    const run = { store, compactable, site: site.site, today, signal: undefined };
    written += await packDays(run, (group, day) => names.has(nameOf(group, day)));
  }
  return written;
}

interface Run {
  readonly store: Store;
  readonly compactable: Compactable;
  readonly site: string;
  readonly today: number;
  readonly signal: AbortSignal | undefined;
}

async function packDays(
  { store, compactable, site, today, signal }: Run,
  isMeant: (group: Group, day: number) => boolean = () => true,
): Promise<number> {
  const groups = await findGroups(store, compactable, compactable.open.name, {
    site,
    day: { $lt: today },
  });
  const all = groups.flatMap(({ group, days }) =>
    days.filter((day) => isMeant(group, day)).map((day) => ({ group, day })),
  );
  let packed = 0;
  while (packed < all.length && !signal?.aborted) {
    const some = all.slice(packed, packed + daysAtOnce);
    await runTransaction(store, async (tx) => {
      for (const { group, day } of some) {
        await packDay(tx, compactable, group, day);
      }
    });
    packed += some.length;
  }
  return packed;
}

async function packDay(
  tx: Transaction,
  compactable: Compactable,
  group: Group,
  day: number,
): Promise<void> {
  const { open, packed } = compactable;
  const documents = await open
    .in(tx.db)
    .find({ ...group, day }, { session: tx.session })
    .toArray();
  if (documents.length === 0) return;
  const ids = documents.map(({ key }) => key);
  await open.in(tx.db).deleteMany({ site: group.site, key: { $in: ids } }, { session: tx.session });
  const table: Building = new Map();
  addOpen(table, compactable, documents);
  const known = await packed
    .in(tx.db)
    .findOne({ ...group, day, span: { $in: ['day', 'sealed'] } }, { session: tx.session });
  const span = known?.span === 'sealed' ? 'sealed' : 'day';
  if (span === 'sealed') await addToMonth(tx, compactable, group, [{ day, table }]);
  await writePacked(tx, compactable, group, { span, day }, table);
}

async function sealMonths({ store, compactable, site, today, signal }: Run): Promise<number> {
  const groups = await findGroups(store, compactable, compactable.packed.name, {
    site,
    span: 'day',
    day: { $lt: monthOf(today) },
  });
  let sealed = 0;
  for (const { group, days } of groups) {
    for (const month of new Set(days.map(monthOf))) {
      if (signal?.aborted) return sealed;
      await runTransaction(store, (tx) => sealMonth(tx, compactable, group, month));
      sealed++;
    }
  }
  return sealed;
}

async function sealMonth(
  tx: Transaction,
  compactable: Compactable,
  group: Group,
  month: number,
): Promise<void> {
  const { packed } = compactable;
  const within = { ...group, span: 'day', day: { $gte: month, $lt: nextMonth(month) } };
  const days = await packed.in(tx.db).find(within, { session: tx.session }).toArray();
  const tables = (days as unknown as PackedDocument[]).map((document) => {
    const table: Building = new Map();
    readPacked(document.packed.buffer, (...entry) => addTo(table, ...entry));
    return { day: document.day, table };
  });
  await addToMonth(tx, compactable, group, tables);
  await packed.in(tx.db).updateMany(within, { $set: { span: 'sealed' } }, { session: tx.session });
}

async function addToMonth(
  tx: Transaction,
  compactable: Compactable,
  group: Group,
  days: readonly { readonly day: number; readonly table: Building }[],
): Promise<void> {
  const [first] = days;
  if (!first) return;
  const month = monthOf(first.day);
  const sum: Building = new Map();
  for (const { day, table } of days) {
    for (const [member, fields] of table) {
      for (const [field, count] of fields) {
        const monthField = compactable.toMonthField(field, day - month);
        if (monthField !== null) addTo(sum, member, monthField, count);
      }
    }
  }
  await writePacked(tx, compactable, group, { span: 'month', day: month }, sum);
}

/** Adds a table to the packed document, which it makes where there is none. */
async function writePacked(
  { db, session }: Transaction,
  { packed, groupBy }: Compactable,
  group: Group,
  { span, day }: Pick<PackedDocument, 'span' | 'day'>,
  table: Building,
): Promise<void> {
  const kind = span === 'month' ? 'month' : 'day';
  const key = JSON.stringify([group.generation, ...groupBy.map((name) => group[name]), kind, day]);
  const filter = { site: group.site, key };
  const known = (await packed.in(db).findOne(filter, { session })) as PackedDocument | null;
  if (known) readPacked(known.packed.buffer, (...entry) => addTo(table, ...entry));
  if (isEmpty(table)) {
    await packed.in(db).deleteOne(filter, { session });
    return;
  }
  const document = {
    ...group,
    key,
    part: 0,
    sums: {},
    span,
    day,
    packed: new Binary(packTable(table)),
  };
  await packed.in(db).replaceOne(filter, document, { upsert: true, session });
}

/** All of it was withdrawn: no document is to tell that there once was something. */
function isEmpty(table: Building): boolean {
  return [...table.values()].every((fields) => [...fields.values()].every((sum) => sum === 0));
}

function addOpen(
  table: Building,
  { member, toField }: Compactable,
  documents: readonly CounterDocument[],
): void {
  for (const document of documents) {
    for (const [name, sum] of Object.entries(document.sums)) {
      addTo(table, String(document[member]), toField(name), sum);
    }
  }
}
