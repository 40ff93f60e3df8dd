import type { AnyBulkWriteOperation, ObjectId, UpdateFilter } from 'mongodb';
import type { CounterDocument, DeclaredCounters } from '../store/counters.ts';
import { idFilter } from '../store/stored-filter.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Increment } from './aggregate.ts';

interface Sums {
  readonly site: string;
  readonly id: Increment['id'];
  readonly sums: Map<string, number>;
  /** Of the stored document; null where there is none; absent where nobody has looked. */
  stored?: ObjectId | null;
}

/** What an increment is added to. */
interface Place {
  readonly site: string;
  readonly generation: number;
  readonly collection: string;
  readonly id: Increment['id'];
}

/** The documents of one generation in one collection, by `groupKey`. */
type Documents = Map<string, Sums>;

/** Adds up increments, so that a commit writes each shared document once. */
export class Tally {
  /** By collection, then by generation. */
  readonly #collections = new Map<string, Map<number, Documents>>();
  /** What was added to last, by collection: increments of one document often come in a row, with the same object for their id. */
  readonly #last = new Map<string, Place & { readonly to: Sums }>();

  add(site: string, generation: number, increment: Increment, sign: 1 | -1): void {
    const { collection, id, field, by } = increment;
    const { sums } = this.#find(site, generation, collection, id);
    sums.set(field, (sums.get(field) ?? 0) + sign * by);
  }

  /** Says that a document was read in the same transaction, or that there was none: it need not be looked for again. */
  locate({ site, generation, collection, id }: Place, stored: ObjectId | null): void {
    this.#find(site, generation, collection, id).stored = stored;
  }

  /** The writes, for a process that holds `part`. */
  toWrites(
    tx: Pick<Transaction, 'sharded'>,
    collection: DeclaredCounters,
    part: number,
  ): AnyBulkWriteOperation<CounterDocument>[] {
    const writes: AnyBulkWriteOperation<CounterDocument>[] = [];
    for (const [generation, documents] of this.#documentsOf(collection)) {
      for (const sums of documents.values()) {
        const write = toWrite(tx, collection, sums, generation, collection.owned ? 0 : part);
        if (write) writes.push(write);
      }
    }
    return writes;
  }

  /** The keys of the documents that are written, as each of the parts has them. */
  keys(collection: DeclaredCounters, parts: readonly number[]): string[] {
    const keys: string[] = [];
    for (const [generation, documents] of this.#documentsOf(collection)) {
      for (const { id } of documents.values()) {
        for (const part of parts) keys.push(counterKey(generation, id, part));
      }
    }
    return keys;
  }

  #documentsOf({ name }: DeclaredCounters): Iterable<[number, Documents]> {
    return this.#collections.get(name) ?? [];
  }

  #find(site: string, generation: number, collection: string, id: Increment['id']): Sums {
    const last = this.#last.get(collection);
    if (last?.id === id && last.generation === generation && last.site === site) return last.to;
    const generations = this.#collections.get(collection) ?? new Map<number, Documents>();
    this.#collections.set(collection, generations);
    const documents: Documents = generations.get(generation) ?? new Map();
    generations.set(generation, documents);
    const key = groupKey(site, id);
    const known = documents.get(key);
    const to = known ?? { site, id, sums: new Map<string, number>() };
    if (!known) documents.set(key, to);
    this.#last.set(collection, { site, generation, collection, id, to });
    return to;
  }
}

/**
 * The write that lets a document grow; null where it is to grow by nothing. An update by `_id`, or an insertion, takes a fourth of the
 * time of an `upsert`, which has to look.
 */
function toWrite(
  tx: Pick<Transaction, 'sharded'>,
  collection: DeclaredCounters,
  { site, id, sums, stored }: Sums,
  generation: number,
  part: number,
): AnyBulkWriteOperation<CounterDocument> | null {
  const path = stored === null ? '' : 'sums.';
  const grown: Record<string, number> = {};
  let isGrown = false;
  for (const [name, by] of sums) {
    if (by === 0) continue;
    grown[path + name] = by;
    isGrown = true;
  }
  if (!isGrown) return null;
  const key = counterKey(generation, id, part);
  const fixed = { ...id, generation, part };
  if (stored === null) return { insertOne: { document: { ...fixed, site, key, sums: grown } } };
  const place = { ...fixed, site, key };
  const filter = stored ? idFilter(tx, collection, { _id: stored, ...place }) : null;
  if (filter) return { updateOne: { filter, update: increase(grown) } };
  const update = { ...increase(grown), $setOnInsert: fixed };
  return { updateOne: { filter: { site, key }, update, upsert: true } };
}

function increase(by: Readonly<Record<string, number>>): UpdateFilter<CounterDocument> {
  return { $inc: by } as UpdateFilter<CounterDocument>;
}

/**
 * Some hundred times a batch, so it is quick. Where an id's fields come in another order a document is written twice,
 * which is as right.
 */
function groupKey(site: string, id: Increment['id']): string {
  let key = site;
  for (const field in id) key += `\n${id[field]}`;
  return key;
}

/** The unique key of a shared document. */
export function counterKey(generation: number, id: Increment['id'], part: number): string {
  const fields = Object.keys(id).sort(byText);
  return JSON.stringify([String(generation), ...fields.map((field) => id[field]), String(part)]);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
