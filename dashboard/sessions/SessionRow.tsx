import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import { Badge } from '../parts/Badge.tsx';
import { countryName, deviceText, pagePath, personName } from '../person/describe.ts';
import { formatAgo, formatDateTime, formatDuration } from '../time/format.ts';
import type { Row } from './session-rows.ts';

interface Props {
  readonly row: Row;
  /** From 0, in the whole list. */
  readonly index: number;
  readonly offsetPx: number;
  readonly now: number;
  readonly link: string;
}

export function SessionRow(props: Props) {
  return (
    <tr
      class="session-row"
      aria-rowindex={props.index + 2}
      style={{ transform: `translateY(${props.offsetPx}px)` }}
    >
      <td class="session-person">
        <span class="dot" data-on={props.row.isLive ? '' : undefined} aria-hidden="true" />
        <A href={props.link} title={props.row.userId}>
          {personName(props.row)}
        </A>
        <Show when={props.row.isLive}>
          <span class="screen-reader-only">live now</span>
        </Show>
      </td>
      <PageCell row={props.row} />
      <td class="session-started" title={formatDateTime(Date.parse(props.row.startedAt))}>
        {formatAgo(Date.parse(props.row.startedAt), props.now)}
      </td>
      <td class="session-number">{formatDuration(props.row.sessionDurationSeconds * 1_000)}</td>
      <td class="session-number session-detail">
        {props.row.pageCount}
        <span class="only-narrow"> {props.row.pageCount === 1 ? 'page' : 'pages'}</span>
      </td>
      <td class="session-number session-detail">
        {props.row.totalClicks}
        <span class="only-narrow"> {props.row.totalClicks === 1 ? 'click' : 'clicks'}</span>
      </td>
      <SignalsCell row={props.row} />
      <DeviceCell row={props.row} />
    </tr>
  );
}

function PageCell(props: { readonly row: Row }) {
  return (
    <td class="session-page" title={props.row.pageUrl}>
      {pagePath(props.row.pageUrl)}
      <Show when={props.row.lastPageUrl !== props.row.pageUrl}>
        <span class="quiet"> → {pagePath(props.row.lastPageUrl)}</span>
      </Show>
    </td>
  );
}

function SignalsCell(props: { readonly row: Row }) {
  return (
    <td class="session-signals">
      <Show when={props.row.rageClicks}>
        <Badge tone="bad">
          {props.row.rageClicks} rage
          <span class="only-wide">{props.row.rageClicks === 1 ? ' click' : ' clicks'}</span>
        </Badge>
      </Show>
      <Show when={props.row.deadClicks}>
        <Badge tone="warn">{props.row.deadClicks} dead</Badge>
      </Show>
    </td>
  );
}

function DeviceCell(props: { readonly row: Row }) {
  return (
    <td class="session-device quiet">
      <span>{deviceText(props.row)}</span>
      <Show when={props.row.country ?? props.row.automated}>
        <span>
          {props.row.automated ? 'Automated' : ''}
          {props.row.automated && props.row.country ? ' · ' : ''}
          {countryName(props.row.country)}
        </span>
      </Show>
    </td>
  );
}
