import { Problem } from '../graphql/problem.ts';
import type { MarkDocument } from './marks-collection.ts';

/** A row of frustration, whatever its numbers are. */
export type MarkedRow = Pick<MarkDocument, 'kind' | 'route' | 'element'>;

/** What stands for a row outside, opaque. */
export function writeRowKey({ kind, route, element }: MarkedRow): string {
  return Buffer.from(JSON.stringify([kind, route, element])).toString('base64url');
}

/** @throws {Problem} BAD_USER_INPUT where no row has such a key */
export function readRowKey(key: string): MarkedRow {
  const [kind, route, element] = parse(key);
  const isKind = kind === 'rage' || kind === 'dead';
  if (isKind && typeof route === 'string' && typeof element === 'string') {
    return { kind, route, element };
  }
  throw new Problem('BAD_USER_INPUT', 'key: take it from a row.');
}

function parse(key: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(key, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
