import type { Context } from '../graphql/context.ts';
import { readViews } from '../ingest/read-views.ts';
import { Mailbox } from '../live/mailbox.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { views } from '../store/views.ts';
import { changedLayers, type SeenNumbers } from './changed-layers.ts';
import type { HeatmapLayer } from './layer.ts';
import { viewKey } from './page-views.ts';

/** Layers of a page's heatmaps that changed. */
export interface HeatmapChange {
  readonly page: string;
  readonly layers: readonly HeatmapLayer[];
  readonly at: Date;
}

/** A page is told of at most twice a second, however many sessions move on it. */
const gatherMs = 500;
/** Views whose numbers are remembered; beyond that a change may name layers that stayed the same. */
const mostRemembered = 5_000;

/** Tells which layers of a page change, as sessions on it do. */
export function followHeatmap(
  { live, store, log }: Pick<Context, 'live' | 'store' | 'log'>,
  site: string,
  route: string,
): AsyncIterableIterator<HeatmapChange> {
  const changes = live.watchSite(site);
  const known = new Map<string, SeenNumbers>();
  let pending = new Map<string, SessionDocument>();
  let timer: NodeJS.Timeout | null = null;
  const mailbox = new Mailbox<HeatmapChange>(() => {
    if (timer) clearTimeout(timer);
    void changes.return?.();
  });
  void gather();
  return mailbox;

  async function gather(): Promise<void> {
    for await (const session of changes) {
      pending.set(session.session, session);
      timer ??= setTimeout(() => void tell(), gatherMs);
    }
  }

  async function tell(): Promise<void> {
    const sessions = pending;
    pending = new Map();
    try {
      const layers = await findChanges(sessions);
      // A reader that lags keeps one message for each set of layers.
      if (layers.length > 0) {
        mailbox.put(layers.join(), { page: route, layers, at: new Date() });
      }
    } catch (error) {
      log.warn({ err: error }, 'changed heatmaps could not be read');
    } finally {
      timer = pending.size > 0 ? setTimeout(() => void tell(), gatherMs) : null;
    }
  }

  async function findChanges(
    sessions: ReadonlyMap<string, SessionDocument>,
  ): Promise<HeatmapLayer[]> {
    const found = await views
      .in(store.db)
      .find(
        { site, session: { $in: [...sessions.keys()] }, 'dated.route': route },
        { projection: { _id: 0 } },
      )
      .toArray();
    const layers = new Set<HeatmapLayer>();
    const read = await readViews(store, found, (view) => sessions.get(view.session)?.rules);
    for (const { session, view, summary } of read) {
      if (!summary) continue;
      const key = viewKey({ session, view });
      for (const layer of changedLayers(known.get(key) ?? null, summary)) layers.add(layer);
      remember(key, summary);
    }
    return [...layers];
  }

  function remember(key: string, summary: SeenNumbers): void {
    known.delete(key);
    known.set(key, summary);
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest) known.delete(oldest);
  }
}
