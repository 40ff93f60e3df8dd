import type { PlacedFact } from '../ingest/fold-session.ts';
import { nameFact } from './entry-name.ts';
import type { Stretch } from './stored-sequence.ts';

/** Something that was done: when (ms since 1970), and what (`entry-name.ts`). */
export interface Entry {
  readonly at: number;
  readonly name: string;
}

/** A sequence in its stored form. */
export interface PackedSequence {
  readonly names: string;
  readonly entries: Uint8Array;
}

/** What facts add to a session's entries (+) and take from them (-); nothing where all is as it was. */
export function netEntries(
  facts: readonly PlacedFact[],
): Map<string, { entry: Entry; by: number }> {
  const net = new Map<string, { entry: Entry; by: number }>();
  for (const { sign, fact, view } of facts) {
    const name = nameFact(fact, view.route);
    if (name === null) continue;
    const entry = { at: view.startedAt.getTime() + fact.t, name };
    const key = keyOf(entry);
    const by = (net.get(key)?.by ?? 0) + sign;
    if (by === 0) net.delete(key);
    else net.set(key, { entry, by });
  }
  return net;
}

/** Entries are counted, so the order in which changes came does not show. */
export function addEntries(
  before: readonly Entry[],
  changes: ReadonlyMap<string, { readonly entry: Entry; readonly by: number }>,
): Entry[] {
  const counts = new Map<string, { entry: Entry; count: number }>();
  const add = (entry: Entry, by: number) => {
    const key = keyOf(entry);
    counts.set(key, { entry, count: (counts.get(key)?.count ?? 0) + by });
  };
  for (const entry of before) add(entry, 1);
  for (const { entry, by } of changes.values()) add(entry, by);
  return [...counts.values()]
    .flatMap(({ entry, count }) => Array.from({ length: Math.max(0, count) }, () => entry))
    .sort(byTime);
}

/** @param entries in order; none before `startedAt` */
export function packSequence(entries: readonly Entry[], startedAt: number): PackedSequence {
  const lines = new Map<string, number>();
  const bytes: number[] = [];
  let before = startedAt;
  for (const { at, name } of entries) {
    const line = lines.get(name) ?? lines.size;
    lines.set(name, line);
    pushVarint(bytes, at - before);
    pushVarint(bytes, line);
    before = at;
  }
  return { names: [...lines.keys()].join('\n'), entries: Uint8Array.from(bytes) };
}

export function unpackSequence({ names, entries }: PackedSequence, startedAt: number): Entry[] {
  const lines = names.split('\n');
  const unpacked: Entry[] = [];
  const all = { bytes: entries, from: 0, to: entries.length };
  readEntries(all, startedAt, (at, line) => unpacked.push({ at, name: lines[line] ?? '' }));
  return unpacked;
}

/** Calls back for each entry with its time (ms since 1970) and its name's line: some million times for a funnel. */
export function readEntries(
  { bytes, from, to }: Stretch,
  startedAt: number,
  visit: (at: number, line: number) => void,
): void {
  let at = startedAt;
  let gap = -1;
  let value = 0;
  let scale = 1;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    if (gap < 0) gap = value;
    else {
      at += gap;
      visit(at, value);
      gap = -1;
    }
    value = 0;
    scale = 1;
  }
}

function pushVarint(bytes: number[], value: number): void {
  let rest = Math.max(0, Math.round(value));
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function keyOf({ at, name }: Entry): string {
  return `${at} ${name}`;
}

/** At one moment: page views first, then by name. */
function byTime(a: Entry, b: Entry): number {
  if (a.at !== b.at) return a.at - b.at;
  const isPage = ({ name }: Entry) => name.startsWith('p');
  if (isPage(a) !== isPage(b)) return isPage(a) ? -1 : 1;
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
