import type { FoundAnalysisFragment, FoundFindingFragment } from '../generated/insights.ts';
import { formatDateTime, formatMoment } from '../time/format.ts';
import { analyzerText, costText, sureText } from './wording.ts';

type Evidence = FoundFindingFragment['evidence'][number];

/**
 * An analysis to paste into an issue.
 *
 * @param linkOf the address of a piece of evidence
 */
export function toMarkdown(
  analysis: FoundAnalysisFragment,
  title: string,
  linkOf: (evidence: Evidence) => string,
): string {
  const { mainProblem, insights, recommendations } = analysis;
  const section = (name: string, findings: readonly FoundFindingFragment[]) => [
    `## ${name}`,
    ...findings.map((finding) => describe(finding, linkOf)),
  ];
  return [
    `# ${plain(title)}`,
    [
      analyzerText(analysis),
      formatDateTime(Date.parse(analysis.createdAt)),
      costText(analysis),
      sureText(analysis),
    ].join(', '),
    ...(mainProblem
      ? section('Main problem', [mainProblem])
      : ['## Main problem', 'No usability problem was found.']),
    ...section('Insights', insights),
    ...section('Recommendations', recommendations),
  ].join('\n\n');
}

function describe(
  { title, detail, severity, evidence }: FoundFindingFragment,
  linkOf: (evidence: Evidence) => string,
): string {
  const links = evidence.map(
    (one) => `[${formatMoment(one.tMs)} ${plain(one.label)}](<${linkOf(one)}>)`,
  );
  return [
    `**${plain(title)}** (${severity.toLowerCase()})`,
    plain(detail),
    `Evidence: ${links.join(', ')}`,
  ].join('  \n');
}

/** Names of elements and addresses are strangers' texts: no markup of theirs comes through. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~!]/g, '\\$&');
}
