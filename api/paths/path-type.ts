import { builder } from '../graphql/builder.ts';
import { Problem } from '../graphql/problem.ts';
import { SessionConnection } from '../session/session-connection.ts';
import { DeviceClass } from '../session/session-filter.ts';
import { Session } from '../session/session-type.ts';
import { requireSite } from '../sites/require-site.ts';
import { makeDayRange } from '../timeline/day-range.ts';
import { findEdgeSessions, mostBehind } from './find-edge-sessions.ts';
import {
  type PathEdge as Edge,
  type Paths as Found,
  findPathSequences,
  findPaths,
  type PathNode as Node,
  type PathQuestion,
  type PathSequence as Sequence,
} from './find-paths.ts';
import type { PathDirection } from './walk.ts';

const Direction = builder.enumType('PathDirection', {
  description: 'Which way to follow.',
  values: {
    FROM: { description: 'Onwards: where people went from the page.' },
    TO: { description: 'Backwards: how they came to it.' },
  } satisfies Record<PathDirection, { description: string }>,
});

const nodeId = (step: number, page: string | null) => `${step}:${page ?? ''}`;

const PathNode = builder.objectRef<Node>('PathNode').implement({
  description:
    'A page at a step of the way. The rarer pages of a step are one node, without a page.',
  fields: (t) => ({
    id: t.string({
      description: 'Unique among the nodes.',
      resolve: ({ step, page }) => nodeId(step, page),
    }),
    step: t.exposeInt('step', {
      description: 'How many pages from the one that was asked for: 0 is that one.',
    }),
    page: t.exposeString('page', { nullable: true, description: 'Its route; null: other pages.' }),
    views: t.exposeInt('views', { description: 'Views of it at this step.' }),
    ends: t.exposeInt('ends', {
      description: 'Of them, those at which the session ended: exits (TO: began: entries).',
    }),
    loops: t.exposeInt('loops', {
      description: 'Of them, those of a page that is on the same way already.',
    }),
  }),
});

type AskedEdge = Edge & { readonly question: PathQuestion };

const PathEdge = builder.objectRef<AskedEdge>('PathEdge').implement({
  description: 'Views of one page right after another, at a step of the way.',
  fields: (t) => ({
    source: t.string({
      description: 'Id of the node that was viewed first.',
      resolve: (edge) => endsOf(edge)[0],
    }),
    target: t.string({
      description: 'Id of the node that was viewed next.',
      resolve: (edge) => endsOf(edge)[1],
    }),
    views: t.exposeInt('views', { description: 'How often.' }),
    sessionCount: t.exposeInt('sessions', {
      description:
        'In how many sessions; with other pages at an end, a session may count several times.',
    }),
    sessions: t.connection(
      {
        type: Session,
        complexity: (args) => ({ field: 100, multiplier: args.first ?? args.last ?? 20 }),
        description: `The sessions behind it, newest first; the newest ${mostBehind.toLocaleString('en')} are listed.`,
        resolve: (edge, args, { store }) => findEdgeSessions(store.db, edge.question, edge, args),
      },
      SessionConnection,
    ),
  }),
});

function endsOf({ question, step, near, far }: AskedEdge): [string, string] {
  const [nearId, farId] = [nodeId(step, near), nodeId(step + 1, far)];
  return question.direction === 'FROM' ? [nearId, farId] : [farId, nearId];
}

type AskedSequence = Sequence & { readonly depth: number };

const PathSequence = builder.objectRef<AskedSequence>('PathSequence').implement({
  description: 'Pages viewed one right after another.',
  fields: (t) => ({
    pages: t.exposeStringList('pages', { description: 'Routes in the order of viewing.' }),
    count: t.exposeInt('count', { description: 'How often exactly this way was taken.' }),
    isWhole: t.boolean({
      description: 'Whether the session ended (TO: began) here, before the depth asked for.',
      resolve: ({ pages, depth }) => pages.length < depth,
    }),
    hasLoop: t.boolean({
      description: 'Whether a page comes twice.',
      resolve: ({ pages }) => new Set(pages).size < pages.length,
    }),
  }),
});

const mostSequences = 10_000;
const mostNodes = 50;
const edgesUsual = 100;

const Paths = builder
  .objectRef<{ readonly question: PathQuestion; readonly found: Found }>('Paths')
  .implement({
    description:
      'Where people went from a page, or how they came to it. Pages are grouped by route.',
    fields: (t) => ({
      page: t.string({
        nullable: true,
        description: 'The page asked for; null: where sessions begin (TO: end).',
        resolve: ({ question }) => question.page,
      }),
      direction: t.field({
        type: Direction,
        description: 'Which way is followed.',
        resolve: ({ question }) => question.direction,
      }),
      ways: t.int({
        description: 'Views of that page (without a page: sessions): each begins a way of its own.',
        resolve: ({ found }) => found.ways,
      }),
      nodes: t.field({
        type: [PathNode],
        complexity: { multiplier: edgesUsual },
        description: 'Step by step, the most viewed first, other pages last.',
        resolve: ({ found }) => [...found.nodes],
      }),
      edges: t.field({
        type: [PathEdge],
        complexity: (args) => ({ multiplier: args.source || args.target ? 1 : edgesUsual }),
        description: 'Step by step, the most frequent first.',
        args: {
          source: t.arg.string({ description: 'Only those from this node.' }),
          target: t.arg.string({ description: 'Only those to this node.' }),
        },
        resolve: ({ question, found }, { source, target }) =>
          found.edges
            .map((edge) => ({ ...edge, question }))
            .filter((edge) => {
              const [from, to] = endsOf(edge);
              return (!source || from === source) && (!target || to === target);
            }),
      }),
      sequences: t.field({
        type: [PathSequence],
        complexity: (args) => ({ field: 10, multiplier: Math.ceil((args.limit ?? 20) / 10) }),
        description: 'The ways that were taken most, whole.',
        args: { limit: t.arg.int({ defaultValue: 20, description: '1–10,000.' }) },
        resolve: async ({ question }, { limit }, { store }) => {
          const most = checkWhole('limit', limit ?? 20, 1, mostSequences);
          const sequences = await findPathSequences(store.db, question, most);
          return sequences.map((sequence) => ({ ...sequence, depth: question.depth }));
        },
      }),
    }),
  });

/** @throws {Problem} BAD_USER_INPUT unless it is within the bounds */
export function checkWhole(name: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  const [from, to] = [least, most].map((bound) => bound.toLocaleString('en'));
  throw new Problem('BAD_USER_INPUT', `${name} is ${value}; it must be ${from} to ${to}.`);
}

builder.queryField('paths', (t) =>
  t.field({
    type: Paths,
    complexity: 100,
    description:
      'The most travelled ways from or to a page. Every view of the page begins a way. About sessions that started in the period.',
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      page: t.arg.string({
        description:
          'A route, an address, or a pattern (`/help/*`); without it ways start where sessions begin (TO: end).',
      }),
      direction: t.arg({
        type: Direction,
        defaultValue: 'FROM',
        description: 'Which way to follow.',
      }),
      depth: t.arg.int({
        defaultValue: 4,
        description: 'Pages of a way, the first included: 2–8.',
      }),
      nodes: t.arg.int({
        defaultValue: 8,
        description: 'Pages shown a step, 1–50; the rest is one.',
      }),
      device: t.arg({ type: DeviceClass, description: 'Only sessions on this class of device.' }),
      days: t.arg.int({ defaultValue: 30, description: 'The last days, today included: 1–365.' }),
      from: t.arg({ type: 'DateTime', description: 'From this day on (instead of `days`).' }),
      to: t.arg({ type: 'DateTime', description: 'Until this day, included.' }),
    },
    resolve: async (_root, args, context) => {
      const site = await requireSite(context, args.site);
      const question: PathQuestion = {
        site,
        range: makeDayRange(args, site.timeZone, Date.now()),
        device: args.device ?? null,
        page: args.page?.trim() || null,
        direction: args.direction ?? 'FROM',
        depth: checkWhole('depth', args.depth ?? 4, 2, 8),
        mostPages: checkWhole('nodes', args.nodes ?? 8, 1, mostNodes),
      };
      return { question, found: await findPaths(context.store.db, question) };
    },
  }),
);
