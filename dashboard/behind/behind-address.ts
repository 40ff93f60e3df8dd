import type { ElementBehindFragment } from '../generated/behind.ts';

export type RowKind = 'rage' | 'dead' | 'hover' | 'click';

/** A row of numbers whose people are asked for. */
export interface BehindRow {
  readonly kind: RowKind;
  readonly page: string;
  readonly element: ElementBehindFragment;
}

const kinds: readonly string[] = ['rage', 'dead', 'hover', 'click'] satisfies readonly RowKind[];

/** `?behind=["rage","/checkout",…]`: the row itself, so that a link finds it again whatever its place is then. */
export function writeBehind({ kind, page, element }: BehindRow): string {
  const { label, name, path, elementType, elementId, elementClass } = element;
  return JSON.stringify([kind, page, label, name, path, elementType, elementId, elementClass]);
}

/** @returns null where the address names no row */
export function readBehind(text: string | undefined): BehindRow | null {
  const parts = parseList(text);
  const [kind, page, label, name, path, elementType, elementId, elementClass] = parts;
  if (!kind || !kinds.includes(kind) || !page || !elementType) return null;
  const element = {
    label: label ?? '',
    name: name ?? null,
    path: path ?? '',
    elementType,
    elementId: elementId ?? null,
    elementClass: elementClass ?? null,
  };
  return { kind: kind as RowKind, page, element };
}

function parseList(text: string | undefined): readonly (string | null)[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(parsed)
      ? parsed.map((each) => (typeof each === 'string' ? each : null))
      : [];
  } catch {
    return [];
  }
}
