import { builder } from '../graphql/builder.ts';
import { Problem } from '../graphql/problem.ts';
import { findSessionById } from '../session/find-session.ts';
import { Session } from '../session/session-type.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { Analysis } from './analysis-type.ts';
import type { Question } from './analyst.ts';
import { findSessionMaterial } from './find-material.ts';
import { findAnalyses } from './save-analysis.ts';

const of = ({ site, session }: SessionDocument) => ({ site, session, route: null });

builder.objectFields(Session, (t) => ({
  analysis: t.field({
    type: Analysis,
    nullable: true,
    complexity: 10,
    description: 'What was found in it when it was last analysed; null before the first time.',
    resolve: async (session, _args, { store }) =>
      findAnalyses(store.db, of(session)).limit(1).next(),
  }),
  analyses: t.field({
    type: [Analysis],
    description: 'All that was found in it, the newest first: the last ten times.',
    resolve: async (session, _args, { store }) => findAnalyses(store.db, of(session)).toArray(),
  }),
}));

builder.mutationField('analyzeSession', (t) =>
  t.field({
    type: Analysis,
    description:
      'Finds the main usability problem of a session, with insights and recommendations. It takes as long as the model does (`analysisProgress` tells how far it is), and the result is kept as `Session.analysis`. Where the model can’t answer, the rules do, and `notice` says why. Asked again meanwhile, it waits for the same answer.',
    authScopes: { read: true },
    args: {
      id: t.arg.id({ required: true, description: 'Its global id or its sessionId.' }),
      site: t.arg.id({ description: 'For a sessionId where there are several sites.' }),
    },
    resolve: async (_root, { id, site }, context) => {
      const session = await findSessionById(context, id, site);
      const analysis = session && (await context.analyst.analyze(ask(context.store.db, session)));
      if (!analysis) throw new Problem('NOT_FOUND', 'There is no such session.');
      return analysis;
    },
  }),
);

function ask(db: Parameters<typeof findSessionMaterial>[0], session: SessionDocument): Question {
  return {
    of: of(session),
    subject: { scope: 'session' },
    version: session.version,
    findMaterials: async () => [await findSessionMaterial(db, session)],
  };
}
