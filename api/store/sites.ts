import { declareCollection } from './collection.ts';

/** A website that is recorded, and what its owner decided. */
export interface SiteDocument {
  site: string;
  name: string;
  /** IANA name, fixed at creation: days begin at its midnight. */
  timeZone: string;
  rageRule: 'default' | 'strict';
  deadClickMs: number;
  /** Route patterns such as `/product/:id`, tried before the general rules. */
  routes: string[];
  /** Origins whose pages may send; empty: any. */
  origins: string[];
  /** Query parameters that are kept in addresses. */
  keptParameters: string[];
  retentionDays: number;
  visitorBatchesPerMinute: number;
  siteBatchesPerMinute: number;
  /** Addresses whose visitors are not recorded. */
  excludedAddresses: string[];
  createdAt: Date;
  /** Counts the changes of `rageRule`, `deadClickMs` and `routes`. */
  rulesVersion: number;
  /** Generations of shared counters: the first is read, all are written. A second one is there while they are rebuilt. */
  generations: number[];
}

export const sites = declareCollection<SiteDocument>({
  name: 'sites',
  indexes: [{ key: { site: 1 }, unique: true }],
  shardKey: null,
  retention: 'kept',
});
