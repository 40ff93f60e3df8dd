import type { IncidentRule } from './incident.ts';

/**
 * Thrashing: the pointer is thrown to and fro. 6 or more turns on one axis (left-right or up-down) within 2 s, each
 * between two runs of at least 100 px: three times there and back. No standard exists; shorter or slower
 * turns happen in ordinary aiming, so they don't count.
 */
export const thrashing: IncidentRule = { count: 6, windowMs: 2_000 };
export const THRASH_RUN_PX = 100;
