import type { Collection, Db, Document } from 'mongodb';
import { checkBatch } from '../schema/wire/check.ts';
import { decodeBatch } from '../schema/wire/decode.ts';

/**
 * What one would write first: a document for each event, movement included, by `insertMany`, and one update of the
 * session's counters a batch. It is what ours is measured against: it derives no verdict, no heatmap and no count of people, so
 * every such question is a pass over its events.
 */
export interface PlainDesign {
  readonly take: (packed: Uint8Array, receivedAt: number) => Promise<void>;
}

/** The same write concern as ours, and the indexes without which what it is asked would be answered by scanning everything. */
export async function makePlainDesign(db: Db): Promise<PlainDesign> {
  const events = db.collection('plainEvents');
  const sessions: Collection = db.collection('plainSessions');
  await events.createIndexes([
    // A session's events and trail.
    { key: { site: 1, session: 1, at: 1 } },
    // A page's heatmaps.
    { key: { site: 1, page: 1, type: 1, at: 1 } },
    // A site's events of a type; rage and dead clicks on all its pages.
    { key: { site: 1, type: 1, at: 1 } },
    // A person's events, and the deletion of them.
    { key: { site: 1, visitor: 1, at: 1 } },
  ]);
  await sessions.createIndexes([
    { key: { site: 1, session: 1 }, unique: true },
    // The list, newest first, and a person's part of it.
    { key: { site: 1, lastAt: -1 } },
    { key: { site: 1, visitor: 1, lastAt: -1 } },
  ]);
  const pages = new Map<string, { url: string; startedAt: number }>();
  const writeConcern = { w: 'majority', journal: true } as const;
  return {
    take: async (packed, receivedAt) => {
      const batch = checkBatch(decodeBatch(packed));
      const { site, session, visitor, view, moves } = batch;
      const place = `${session}/${view}`;
      if (batch.page) pages.set(place, { url: batch.page.url, startedAt: receivedAt });
      const page = pages.get(place) ?? { url: '', startedAt: receivedAt };
      const common = { site, session, visitor, view, page: page.url };
      const documents: Document[] = moves.t.map((t, i) => ({
        ...common,
        type: 'move',
        at: new Date(page.startedAt + t),
        x: moves.x[i],
        y: moves.y[i],
      }));
      for (const { t, ...event } of batch.events) {
        documents.push({ ...common, ...event, at: new Date(page.startedAt + t) });
      }
      const clicks = batch.events.filter(({ type }) => type === 'press').length;
      await events.insertMany(documents, { writeConcern, ordered: false });
      await sessions.updateOne(
        { site, session },
        {
          $inc: { moves: moves.t.length, clicks, events: documents.length },
          $set: { visitor, lastAt: new Date(receivedAt) },
        },
        { upsert: true, writeConcern },
      );
    },
  };
}
