import type { AnyBulkWriteOperation, Document, UpdateFilter } from 'mongodb';
import type { CounterDocument, DeclaredCounters } from '../store/counters.ts';
import type { Increment } from './aggregate.ts';

interface Sums {
  readonly site: string;
  readonly id: Increment['id'];
  readonly sums: Map<string, number>;
}

/** Adds up increments, so that a commit writes each shared document once. */
export class Tally {
  /** By generation and collection, then by document. */
  readonly #collections = new Map<string, Map<string, Sums>>();
  readonly #generations = new Map<string, number>();

  add(site: string, generation: number, increment: Increment, sign: 1 | -1): void {
    const name = `${generation}/${increment.collection}`;
    this.#generations.set(name, generation);
    const documents = this.#collections.get(name) ?? new Map<string, Sums>();
    this.#collections.set(name, documents);
    const key = groupKey(site, increment.id);
    const document = documents.get(key) ?? { site, id: increment.id, sums: new Map() };
    documents.set(key, document);
    const { field, by } = increment;
    document.sums.set(field, (document.sums.get(field) ?? 0) + sign * by);
  }

  /** The writes, for a process that holds `part`. */
  toWrites(collection: DeclaredCounters, part: number): AnyBulkWriteOperation<CounterDocument>[] {
    const writes: AnyBulkWriteOperation<CounterDocument>[] = [];
    for (const [name, documents] of this.#collections) {
      const generation = this.#generations.get(name) ?? 0;
      if (name !== `${generation}/${collection.name}`) continue;
      for (const document of documents.values()) {
        const write = toWrite(document, generation, collection.owned ? 0 : part);
        if (write) writes.push(write);
      }
    }
    return writes;
  }

  /** The keys of the documents that are written, as each of the parts has them. */
  keys(collection: DeclaredCounters, parts: readonly number[]): string[] {
    const keys: string[] = [];
    for (const [name, documents] of this.#collections) {
      const generation = this.#generations.get(name) ?? 0;
      if (name !== `${generation}/${collection.name}`) continue;
      for (const { id } of documents.values()) {
        for (const part of parts) keys.push(counterKey(generation, id, part));
      }
    }
    return keys;
  }
}

function toWrite(
  { site, id, sums }: Sums,
  generation: number,
  part: number,
): AnyBulkWriteOperation<CounterDocument> | null {
  const changed = [...sums].filter(([, by]) => by !== 0);
  if (changed.length === 0) return null;
  const update: UpdateFilter<Document> = {
    $inc: Object.fromEntries(changed.map(([field, by]) => [`sums.${field}`, by])),
    $setOnInsert: { ...id, generation, part },
  };
  const filter = { site, key: counterKey(generation, id, part) };
  return { updateOne: { filter, update: update as UpdateFilter<CounterDocument>, upsert: true } };
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
