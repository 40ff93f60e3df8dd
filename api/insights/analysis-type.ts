import { builder } from '../graphql/builder.ts';
import type { AnalysisDocument } from './analyses-collection.ts';
import { Evidence } from './evidence-type.ts';
import { type AnalysisNotice as Notice, noticeCodes } from './failure.ts';
import { type Finding as FindingOf, severities } from './insight.ts';

const Analyzer = builder.enumType('Analyzer', {
  description: 'Who found something.',
  values: {
    GEMINI: { description: 'The AI model, asked with the facts.' },
    RULES: { description: 'Rules from the literature on usability (docs/insights.md).' },
  } as const,
});

const levels = {
  LOW: 'It describes, or hardly hinders.',
  MEDIUM: 'It costs people time.',
  HIGH: 'It makes people give up now and then.',
  CRITICAL: 'It keeps people from what they came for.',
} as const;

const FindingSeverity = builder.enumType('FindingSeverity', {
  description: 'How much a finding keeps people from what they came for.',
  values: Object.fromEntries(
    severities.map((one) => [one, { description: levels[one] }]),
  ) as Record<keyof typeof levels, { description: string }>,
});

const codes: Readonly<Record<Notice['code'], string>> = {
  NO_KEY: 'No AI service is set up.',
  BUDGET_SPENT: "The day's budget is spent.",
  TIMED_OUT: 'The service did not answer in time.',
  QUOTA_EXCEEDED: "The key's quota is used up.",
  REFUSED: 'The service would not answer, for safety or the like.',
  MALFORMED_ANSWER: 'What it answered was cut off, or not of the form asked for.',
  KEY_REJECTED: 'The service rejects the key.',
  MODEL_UNKNOWN: 'The service has no such model.',
  SERVICE_FAILED: 'The service had an error of its own.',
  UNREACHABLE: 'The service could not be reached.',
};

const AnalysisNoticeCode = builder.enumType('AnalysisNoticeCode', {
  description: 'Why the rules spoke instead of the model.',
  values: Object.fromEntries(
    noticeCodes.map((code) => [code, { description: codes[code] }]),
  ) as Record<Notice['code'], { description: string }>,
});

const AnalysisNotice = builder.objectRef<Notice>('AnalysisNotice').implement({
  description: 'What kept the AI model from answering. Nothing is lost: the rules answered.',
  fields: (t) => ({
    code: t.expose('code', { type: AnalysisNoticeCode, description: 'For programs.' }),
    message: t.exposeString('message', { description: 'For people, with what they can do.' }),
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      nullable: true,
      description: 'When asking again may help, seconds; null where that is not known.',
    }),
  }),
});

const Finding = builder.objectRef<FindingOf>('Finding').implement({
  description: 'A problem, an insight or a recommendation, with its proof.',
  fields: (t) => ({
    analyzer: t.expose('analyzer', {
      type: Analyzer,
      description: "Who found it: the rules fill up where too few of the model's stood.",
    }),
    title: t.exposeString('title', { description: 'In one sentence. Plain text.' }),
    detail: t.exposeString('detail', { description: 'In 1 to 3 sentences. Plain text.' }),
    severity: t.expose('severity', {
      type: FindingSeverity,
      description: 'How much it hinders; of a recommendation: how much what it is against does.',
    }),
    evidence: t.expose('evidence', {
      type: [Evidence],
      description: 'Events that show it: 1 to 8, each of them exists.',
    }),
  }),
});

const microsPerUsd = 1_000_000;

export const Analysis = builder.objectRef<AnalysisDocument>('Analysis').implement({
  description: 'What was found in a session, or on a page over many sessions.',
  fields: (t) => ({
    id: t.id({ description: 'Unique in its site.', resolve: ({ analysis }) => analysis }),
    page: t.exposeString('route', {
      nullable: true,
      description: 'The route of the page; null where it is of one session.',
    }),
    sessions: t.int({
      description: 'How many sessions it was made from.',
      resolve: ({ session }) => session.length,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    analyzer: t.expose('analyzer', { type: Analyzer, description: 'Who answered.' }),
    model: t.exposeString('model', {
      nullable: true,
      description: 'The model; null for the rules.',
    }),
    costUsd: t.float({
      nullable: true,
      description: "US dollars; 0 for the rules, null where the model's price is not known.",
      resolve: ({ costMicros }) => (costMicros === null ? null : costMicros / microsPerUsd),
    }),
    promptTokens: t.exposeInt('promptTokens', { description: 'Tokens that were sent.' }),
    answerTokens: t.exposeInt('answerTokens', {
      description: 'Tokens that came back, the model’s thinking included.',
    }),
    durationMs: t.exposeInt('durationMs', { description: 'How long it took, milliseconds.' }),
    confidence: t.float({
      description: 'How sure the analyzer is of the main problem, 0..1.',
      resolve: ({ findings }) => findings.confidence,
    }),
    mainProblem: t.field({
      type: Finding,
      nullable: true,
      description: 'What hinders most; null where nothing does.',
      resolve: ({ findings }) => findings.mainProblem,
    }),
    insights: t.field({
      type: [Finding],
      description: 'How people found their way: 4 to 6.',
      resolve: ({ findings }) => findings.insights,
    }),
    recommendations: t.field({
      type: [Finding],
      description: 'What to do about it, the most useful first: 3 or 4.',
      resolve: ({ findings }) => findings.recommendations,
    }),
    droppedCount: t.int({
      description: 'Findings of the model that were dropped: their evidence does not exist.',
      resolve: ({ findings }) => findings.droppedCount,
    }),
    notice: t.field({
      type: AnalysisNotice,
      nullable: true,
      description: 'Why the rules answered; null where the model did.',
      resolve: ({ notice }) => notice,
    }),
    isOutdated: t.boolean({
      description: 'Whether the session has changed since.',
      resolve: async ({ site, session, version }, _args, { findSession }) => {
        if (version === null) return false;
        const now = await findSession(site, session[0] ?? '');
        return now !== null && now.version !== version;
      },
    }),
  }),
});
