import { type LayerSet, layers } from '../trail/mark.ts';
import { type EventKind, eventKinds } from './session-events.ts';

/** `?layers=trail,rage`; without it all of them show. */
export function readLayers(text: string | undefined): LayerSet {
  if (text === undefined) return new Set(layers);
  const named = text.split(',');
  return new Set(layers.filter((layer) => named.includes(layer)));
}

/** `none` where every layer is off: an empty parameter would vanish from the address. */
export function writeLayers(shown: LayerSet): string | undefined {
  if (shown.size === layers.length) return undefined;
  return layers.filter((layer) => shown.has(layer)).join() || 'none';
}

export function toggle<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** `?events=click,error`; without it all kinds are listed. */
export function readKinds(text: string | undefined): ReadonlySet<EventKind> {
  const named = text?.split(',') ?? [];
  return new Set((Object.keys(eventKinds) as EventKind[]).filter((kind) => named.includes(kind)));
}

export function writeKinds(kinds: ReadonlySet<EventKind>): string | undefined {
  return [...kinds].join() || undefined;
}
