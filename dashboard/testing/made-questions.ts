type Args = Readonly<Record<string, unknown>>;
interface MadeStep {
  readonly page?: string;
  readonly element?: string;
  readonly event?: string;
}

const payKey = '["main > #pay-swift","button","pay-swift"]';

/** Answers about funnels and paths, by field name: made data of a shop. */
export function makeQuestions(sessions: readonly unknown[]): Record<string, unknown> {
  return {
    funnelChoices: [
      choice('PAGE', '/', { page: '/' }),
      choice('PAGE', '/checkout', { page: '/checkout' }),
      choice('CLICK', 'button#pay-swift on /checkout', { page: '/checkout', element: payKey }),
      choice('EVENT', 'bought', { event: 'bought', page: '/checkout' }),
    ],
    funnel: (args: Args) => makeFunnel(args, sessions),
    funnels: [],
    paths: (args: Args) => makePaths(args, sessions),
  };
}

function choice(
  kind: string,
  label: string,
  { page = null, element = null, event = null }: Nullable,
) {
  return { step: { kind, label, page, element, event }, sessions: 100 };
}

type Nullable = { readonly [K in keyof MadeStep]: string | null };

function makeFunnel({ steps, compare, breakdown }: Args, sessions: readonly unknown[]) {
  const asked = steps as readonly MadeStep[];
  const visitors = asked.map((_, i) => Math.round(1_200 * 0.6 ** i));
  const stages = asked.map((step, i) => ({
    step: { label: step.page ?? step.element ?? step.event ?? '' },
    visitors: visitors[i] ?? 0,
    conversionPercent: i === 0 ? 100 : 60,
    conversionFromFirstPercent: 100 * 0.6 ** i,
    medianMs: i === 0 ? null : 42_000,
    medianFromFirstMs: i * 42_000,
    dropped: i < asked.length - 1 ? (visitors[i] ?? 0) - (visitors[i + 1] ?? 0) : 0,
    next: [
      { page: '/help/shipping', visitors: 300 },
      { page: null, visitors: 180 },
    ],
    dropOffs: (page: Args) => makeDropOffs(page, sessions),
  }));
  return {
    visitors: visitors[0] ?? 0,
    converted: visitors.at(-1) ?? 0,
    conversionPercent: stages.at(-1)?.conversionFromFirstPercent ?? null,
    medianMs: (asked.length - 1) * 42_000,
    // As the API does it: one stage where one is asked for.
    stages: ({ number }: Args) => stages.filter((_, i) => !number || i === Number(number) - 1),
    previous: compare
      ? stages.map((stage) => ({
          ...stage,
          conversionFromFirstPercent: stage.conversionFromFirstPercent * 0.8,
        }))
      : null,
    groups: breakdown
      ? [
          { value: 'DESKTOP', isRest: false, visitors, conversionPercent: 41, medianMs: 61_000 },
          { value: null, isRest: false, visitors, conversionPercent: 12, medianMs: null },
        ]
      : [],
  };
}

/** 480 of them, of which the API lists the newest 120. */
function makeDropOffs({ first, after }: Args, sessions: readonly unknown[]) {
  const start = Number(after ?? 0);
  const end = Math.min(120, start + Number(first));
  return {
    totalCount: 480,
    pageInfo: { hasNextPage: end < 120, endCursor: String(end) },
    nodes: Array.from({ length: end - start }, (_, i) => ({
      session: sessions[(start + i) % sessions.length],
      at: new Date(Date.parse('2026-03-12T12:00:08Z') - (start + i) * 60_000).toISOString(),
      tMs: 8_000 + i,
      nextPage: '/help/shipping',
    })),
  };
}

const pages = ['/', '/product/:id', '/cart', '/checkout', '/help/shipping', null];

function makePaths({ page, direction, depth }: Args, sessions: readonly unknown[]) {
  const start = typeof page === 'string' ? page : '/';
  const steps = Number(depth ?? 4);
  const share = (rank: number) => [0.3, 0.25, 0.18, 0.12, 0.1, 0.05][rank] ?? 0;
  const at = (step: number) => (step === 0 ? [start] : pages);
  const views = (step: number, rank: number) =>
    Math.round(1_000 * 0.7 ** step * (step === 0 ? 1 : share(rank)));
  const nodes = Array.from({ length: steps }, (_, step) =>
    at(step).map((name, rank) => ({
      id: `${step}:${name ?? ''}`,
      step,
      page: name,
      views: views(step, rank),
      ends: step < steps - 1 ? Math.round(views(step, rank) * 0.3) : 0,
      loops: step > 1 && name === start ? 12 : 0,
    })),
  ).flat();
  const edges = nodes.flatMap((near) =>
    nodes
      .filter(({ step }) => step === near.step + 1)
      .map((far, rank) => ({
        source: direction === 'TO' ? far.id : near.id,
        target: direction === 'TO' ? near.id : far.id,
        views: Math.max(1, Math.round(near.views * 0.7 * share(rank))),
        sessionCount: Math.max(1, Math.round(near.views * 0.6 * share(rank))),
        sessions: { totalCount: 3, nodes: sessions.slice(0, 3) },
      })),
  );
  return {
    ways: 1_000,
    nodes,
    edges: ({ source, target }: Args) =>
      edges.filter(
        (edge) => (!source || edge.source === source) && (!target || edge.target === target),
      ),
    sequences: [
      { pages: [start, '/cart', '/checkout'], count: 212, isWhole: true, hasLoop: false },
      { pages: [start, '/cart', start, '/cart'], count: 98, isWhole: false, hasLoop: true },
    ],
  };
}
