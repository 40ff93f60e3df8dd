import { builder } from '../graphql/builder.ts';
import type { Context } from '../graphql/context.ts';
import { Problem } from '../graphql/problem.ts';
import { findSessionById } from '../session/find-session.ts';
import { requireSite } from '../sites/require-site.ts';
import { routeOf } from '../sites/route.ts';
import { analyses } from './analyses-collection.ts';
import type { AnalysisRunDocument, Stage } from './analysis-runs-collection.ts';
import { Analysis } from './analysis-type.ts';
import { followRun } from './follow-run.ts';
import type { RunSubject } from './run-log.ts';

const descriptions: Readonly<Record<Stage, string>> = {
  READING: 'What was recorded is condensed to facts.',
  ASKING: 'The model has the facts and thinks.',
  CHECKING: 'The evidence is looked up.',
  DONE: 'It is there.',
};

const AnalysisStage = builder.enumType('AnalysisStage', {
  description: 'How far an analysis is.',
  values: Object.fromEntries(
    Object.entries(descriptions).map(([stage, description]) => [stage, { description }]),
  ) as Record<Stage, { description: string }>,
});

const AnalysisProgress = builder.objectRef<AnalysisRunDocument>('AnalysisProgress').implement({
  description: 'How far an analysis is.',
  fields: (t) => ({
    stage: t.expose('stage', { type: AnalysisStage, description: 'What is being done.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it began.' }),
    analysis: t.field({
      type: Analysis,
      nullable: true,
      description: 'The result, once it is done.',
      resolve: ({ site, analysis }, _args, { store }) =>
        analysis === null ? null : analyses.in(store.db).findOne({ site, analysis }),
    }),
  }),
});

builder.subscriptionField('analysisProgress', (t) =>
  t.field({
    type: AnalysisProgress,
    description:
      'How far the analysis of a session or of a page is, by whomever it was asked for. It ends with the analysis; before one begins it waits.',
    args: {
      session: t.arg.id({ description: 'By global id or sessionId.' }),
      page: t.arg.string({ description: 'Or of a page: a route, a path or an address.' }),
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
    },
    subscribe: async (_root, args, context) =>
      followRun(context.store.db, await findSubject(args, context)),
    resolve: (run: AnalysisRunDocument) => run,
  }),
);

async function findSubject(
  args: {
    readonly session?: string | null | undefined;
    readonly page?: string | null | undefined;
    readonly site?: string | null | undefined;
  },
  context: Context,
): Promise<RunSubject> {
  if (args.session) {
    const session = await findSessionById(context, args.session, args.site);
    if (!session) throw new Problem('NOT_FOUND', 'There is no such session.');
    return { site: session.site, session: session.session, route: null };
  }
  if (!args.page) throw new Problem('BAD_USER_INPUT', 'Say which session, or which page.');
  const { site, routes } = await requireSite(context, args.site);
  return { site, session: null, route: routeOf(args.page, routes) };
}
