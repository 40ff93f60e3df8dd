import { ViewKind } from '../../schema/wire/events.ts';
import { builder } from '../graphql/builder.ts';
import type { FactNode } from './event-node.ts';
import { Event } from './event-type.ts';

const kindNames = new Map<number, string>(
  Object.entries(ViewKind).map(([name, code]) => [code, name]),
);

/** How a page view began, in a word. */
export function nameViewKind(kind: number): string {
  return kindNames.get(kind) ?? 'load';
}

builder.objectRef<FactNode<'view'>>('NavigationEvent').implement({
  description: 'A page view began.',
  interfaces: [Event],
  fields: (t) => ({
    kind: t.string({
      description: '`load`, `reload`, `backForward`, `push`, `replace`, `pop` or `hash`.',
      resolve: async ({ site, session, view }, _args, { findSession }) => {
        const pages = (await findSession(site, session))?.summary.pages;
        return nameViewKind(pages?.find((page) => page.view === view)?.kind ?? 0);
      },
    }),
    referrer: t.string({
      nullable: true,
      description: 'The address that led here; null for none.',
      resolve: async ({ site, session, view }, _args, { findSession }) => {
        const found = await findSession(site, session);
        const pages = found?.summary.pages ?? [];
        const at = pages.findIndex((page) => page.view === view);
        return at > 0 ? (pages[at - 1]?.url ?? null) : (found?.referrer ?? null);
      },
    }),
    isQuickBack: t.boolean({
      description: 'Came back to a page left less than 5 s before.',
      resolve: async ({ site, session, view }, _args, { findSession }) => {
        const pages = (await findSession(site, session))?.summary.pages;
        return pages?.find((page) => page.view === view)?.isQuickBack ?? false;
      },
    }),
  }),
});
