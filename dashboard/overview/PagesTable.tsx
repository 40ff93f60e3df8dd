import { A } from '@solidjs/router';
import { OverviewPagesDocument, type OverviewPagesQuery } from '../generated/overview.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import type { PeriodQuery } from '../period/create-period.ts';
import { type LinkTo, useSiteLink } from '../site/site-link.ts';
import { formatDuration } from '../time/format.ts';

type Page = OverviewPagesQuery['pages']['nodes'][number];

/** The pages most seen, each with its frustration. */
export function PagesTable(props: { readonly span: PeriodQuery | undefined }) {
  const answer = createLiveQuery(OverviewPagesDocument, () => props.span);
  return (
    <DataTable
      title="Pages"
      file="pages"
      answer={answer}
      rows={answer.data()?.pages.nodes}
      columns={pageColumns(useSiteLink())}
      empty="No page was seen in this time."
    />
  );
}

function pageColumns(linkTo: LinkTo): readonly Column<Page>[] {
  const count = (name: string, value: (page: Page) => number): Column<Page> => ({
    name,
    value,
    show: (page) => formatCount(value(page)),
  });
  return [
    {
      name: 'Page',
      isText: true,
      value: ({ route }) => route,
      show: ({ route }) => <A href={linkTo('/heatmaps', { page: route })}>{route}</A>,
    },
    count('Views', ({ views }) => views),
    {
      name: 'Visitors',
      value: ({ visitors }) => visitors,
      show: ({ route, visitors }) => (
        <A href={linkTo('/sessions', { page: route })}>{formatCount(visitors)}</A>
      ),
    },
    {
      name: 'Time',
      value: ({ avgTimeSeconds }) => avgTimeSeconds,
      show: ({ avgTimeSeconds }) => formatDuration(avgTimeSeconds * 1_000),
    },
    {
      name: 'Depth',
      value: ({ avgScrollDepthPercent }) => avgScrollDepthPercent,
      show: ({ avgScrollDepthPercent }) => `${Math.round(avgScrollDepthPercent)} %`,
    },
    count('Clicks', ({ clicks }) => clicks),
    count('Rage', ({ rageClicks }) => rageClicks),
    count('Dead', ({ deadClicks }) => deadClicks),
  ];
}
