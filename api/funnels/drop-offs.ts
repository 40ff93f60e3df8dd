import { builder } from '../graphql/builder.ts';
import {
  type Connection,
  makeConnection,
  makeCursor,
  type PageArgs,
  readCursor,
  readPageArgs,
} from '../graphql/page-args.ts';
import { Session } from '../session/session-type.ts';
import type { SessionDocument } from '../store/sessions.ts';
import type { DropOff } from './funnel-numbers.ts';

/** A drop-off whose session is there. */
export interface ShownDropOff extends DropOff {
  readonly document: SessionDocument;
}

export const FunnelDropOff = builder.objectRef<ShownDropOff>('FunnelDropOff').implement({
  description: 'A visitor who reached a step and not the next.',
  fields: (t) => ({
    session: t.field({
      type: Session,
      description: 'The session in which the step was reached.',
      resolve: ({ document }) => document,
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When the step was reached.',
      resolve: ({ at }) => new Date(at),
    }),
    tMs: t.int({
      description: "The same in ms from the session's start: where to look in its replay.",
      resolve: ({ at, document }) => Math.max(0, Math.round(at - document.startedAt.getTime())),
    }),
    nextPage: t.exposeString('nextPage', {
      nullable: true,
      description: 'Route of the next page in that session; null: it ended there.',
    }),
  }),
});

export const DropOffConnection = builder.connectionObject(
  {
    type: FunnelDropOff,
    name: 'FunnelDropOffConnection',
    description: 'A page of drop-offs.',
    fields: (t) => ({
      totalCount: t.int({
        description: 'How many dropped in all.',
        resolve: ({ totalCount }) => totalCount?.() ?? 0,
      }),
    }),
  },
  { name: 'FunnelDropOffEdge', description: 'A drop-off and its place in the list.' },
);

const limits = { usual: 20, most: 100 };

/**
 * A page of them.
 *
 * @param dropOffs the newest first
 * @param dropped how many there are in all
 */
export async function findDropOffs(
  { dropOffs, dropped }: { readonly dropOffs: readonly DropOff[]; readonly dropped: number },
  args: PageArgs,
  find: (session: string) => Promise<SessionDocument | null>,
): Promise<Connection<ShownDropOff>> {
  const stretch = readPageArgs(args, limits, parsePlace);
  const { limit, backward, after, before } = stretch;
  const between = dropOffs.filter(
    (each) => (!after || isBelow(each, after)) && (!before || isBelow(before, each)),
  );
  const wanted = backward ? between.slice(-limit - 1).reverse() : between.slice(0, limit + 1);
  const shown = await Promise.all(
    wanted.map(async (dropOff): Promise<ShownDropOff[]> => {
      const document = await find(dropOff.session);
      return document ? [{ ...dropOff, document }] : [];
    }),
  );
  const connection = makeConnection(shown.flat(), stretch, ({ at, session }) =>
    makeCursor([at, session]),
  );
  return { ...connection, totalCount: async () => dropped };
}

type Place = Pick<DropOff, 'at' | 'session'>;

function parsePlace(cursor: string): Place | null {
  const [at, session] = readCursor(cursor, ['number', 'string']) ?? [];
  return at === undefined ? null : { at: Number(at), session: String(session) };
}

/** Whether `a` comes after `b` in the list. */
function isBelow(a: Place, b: Place): boolean {
  return a.at < b.at || (a.at === b.at && a.session < b.session);
}
