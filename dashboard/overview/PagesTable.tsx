import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import {
  type DeviceClass,
  OverviewPagesDocument,
  type OverviewPagesQuery,
} from '../generated/overview.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import type { PeriodQuery } from '../period/create-period.ts';
import { type LinkTo, useDatedLink } from '../site/site-link.ts';
import { formatDuration } from '../time/format.ts';

type Page = OverviewPagesQuery['pages']['nodes'][number];

/** The pages most seen, each with its frustration. */
export function PagesTable(props: {
  readonly span: PeriodQuery | undefined;
  readonly device: DeviceClass | null;
}) {
  const answer = createLiveQuery(
    OverviewPagesDocument,
    () => props.span && { ...props.span, device: props.device },
  );
  const columns = pageColumns(useDatedLink());
  return (
    <DataTable
      title="Pages"
      file="pages"
      answer={answer}
      rows={answer.data()?.pages.nodes}
      rowKey={({ route }) => route}
      columns={columns}
      empty="No page was seen in this time."
    />
  );
}

/** Each number leads to those who made it: sessions on the page, its heat, its frustration. */
function pageColumns(linkTo: LinkTo): readonly Column<Page>[] {
  const column = (
    name: string,
    value: (page: Page) => number,
    to: { readonly view: string; readonly layer?: string },
    format: (value: number) => string = formatCount,
  ): Column<Page> => ({
    name,
    value,
    show: (page) => {
      const { view, ...more } = to;
      return (
        <Show when={value(page)} fallback={format(0)}>
          <A href={linkTo(view, { page: page.route, compare: undefined, ...more })}>
            {format(value(page))}
          </A>
        </Show>
      );
    },
  });
  const sessions = { view: '/sessions' };
  const frustration = { view: '/frustration' };
  return [
    {
      name: 'Page',
      isText: true,
      value: ({ route }) => route,
      show: (page) => <A href={linkTo('/heatmaps', { page: page.route })}>{page.route}</A>,
    },
    column('Views', ({ views }) => views, sessions),
    column('Visitors', ({ visitors }) => visitors, sessions),
    column(
      'Time',
      ({ avgTimeSeconds }) => avgTimeSeconds,
      { view: '/heatmaps', layer: 'attention' },
      (seconds) => formatDuration(seconds * 1_000),
    ),
    column(
      'Depth',
      ({ avgScrollDepthPercent }) => avgScrollDepthPercent,
      { view: '/heatmaps', layer: 'scroll' },
      (percent) => `${Math.round(percent)} %`,
    ),
    column('Clicks', ({ clicks }) => clicks, { view: '/heatmaps', layer: 'clicks' }),
    column('Rage', ({ rageClicks }) => rageClicks, frustration),
    column('Dead', ({ deadClicks }) => deadClicks, frustration),
  ];
}
