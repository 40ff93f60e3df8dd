import { declareCollection } from '../store/collection.ts';
import type { FunnelOrder, FunnelStep } from './step.ts';

/** A funnel that somebody wants to ask again. */
export interface SavedFunnelDocument {
  site: string;
  funnel: string;
  name: string;
  steps: FunnelStep[];
  order: FunnelOrder;
  /** null: no limit but the period. */
  windowMinutes: number | null;
  savedAt: Date;
}

export const funnels = declareCollection<SavedFunnelDocument>({
  name: 'funnels',
  indexes: [{ key: { site: 1, funnel: 1 }, unique: true }],
  shardKey: null,
  retention: 'kept',
});
