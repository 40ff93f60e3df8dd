import type { AskApi } from '../replay/api-client.ts';
import type { SendBatch } from '../replay/collector-client.ts';
import { claimMonth } from './claim-month.ts';
import { planMonth, type SeedWishes } from './plan-month.ts';
import { readRecord, writeRecord } from './seed-record.ts';
import {
  awaitSessions,
  countSessions,
  ensureSeedSite,
  saveSeedFunnel,
  seedTimeZone,
} from './seeded-site.ts';
import { sendMonth } from './send-month.ts';
import { readShopLayout } from './shop-layout.ts';

export interface SeedOptions {
  readonly wishes: SeedWishes;
  readonly ask: AskApi;
  readonly send: SendBatch;
  /** Where it is remembered what was seeded. */
  readonly recordFile: string;
  readonly onBegin?: (month: { readonly sessions: number; readonly isResumed: boolean }) => void;
  readonly onSession?: () => void;
}

/**
 * Makes a month of visits up and sends them through the collector. What was interrupted goes on.
 *
 * @throws {UserProblem} where the site has sessions already
 */
export async function seedSite(options: SeedOptions): Promise<void> {
  const { ask, send, recordFile } = options;
  const { site } = options.wishes;
  await ensureSeedSite(ask, site);
  const known = await countSessions(ask, site);
  const { wishes, isResumed } = claimMonth(options.wishes, known, await readRecord(recordFile));
  await writeRecord(recordFile, { wishes, isDone: false });
  const [month, layout] = [planMonth(wishes, seedTimeZone), await readShopLayout()];
  options.onBegin?.({ sessions: month.length, isResumed });
  await sendMonth(month, layout, send, () => options.onSession?.());
  await awaitSessions(ask, site, month.length);
  await saveSeedFunnel(ask, site);
  await writeRecord(recordFile, { wishes, isDone: true });
}
