import type { DeleteResult } from 'mongodb';
import type { Declaration } from '../store/collection.ts';

/** How many documents went, by collection. */
export class Removed {
  readonly counts = new Map<string, number>();

  add(
    { name }: Pick<Declaration, 'name'>,
    { deletedCount }: Pick<DeleteResult, 'deletedCount'>,
  ): void {
    if (deletedCount > 0) this.counts.set(name, (this.counts.get(name) ?? 0) + deletedCount);
  }

  addAll(other: Removed): void {
    for (const [name, deletedCount] of other.counts) this.add({ name }, { deletedCount });
  }
}
