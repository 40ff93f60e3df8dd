import { A } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { type DeviceClass, PointEventsDocument } from '../generated/overview.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatQuantity } from '../numbers/format.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { type Period, periodRange } from '../period/period.ts';
import { personName } from '../person/describe.ts';
import { writeMoment } from '../replay/replay-clock.ts';
import { useSite } from '../site/site-context.ts';
import { useSiteLink } from '../site/site-link.ts';
import { formatDateTime, formatMoment } from '../time/format.ts';
import type { metrics } from './metrics.ts';
import { groupBySession, isOf } from './point-sessions.ts';
import '../behind/behind.css';

/** The sessions behind a point of the chart, each at the moment at which it first happened. */
export function PointDialog(props: {
  readonly metric: (typeof metrics)['clicks' | 'rage' | 'dead'];
  /** The point's hour or day. */
  readonly span: Period;
  /** How that is called. */
  readonly when: string;
  /** On this page, and on this class of device, alone; null: on any. */
  readonly page: string | null;
  readonly device: DeviceClass | null;
  readonly onClose: () => void;
}) {
  const { site } = useSite();
  const linkTo = useSiteLink();
  const answer = createLiveQuery(PointEventsDocument, () => {
    const asked = site();
    if (!asked) return undefined;
    const { from, to } = periodRange(props.span, 0, asked.timeZone);
    if (!from || !to) return undefined;
    const types = [props.metric.events];
    return { site: asked.siteId, types, from, to, byPage: props.page !== null };
  });
  const all = () => answer.data()?.events.nodes ?? [];
  const events = createMemo(() => all().filter((event) => isOf(event, props.page, props.device)));
  const sessions = createMemo(() => groupBySession(events()));
  return (
    <Dialog title={`${props.metric.label}, ${props.when}`} onClose={props.onClose}>
      <Show when={!answer.data() && answer.error()}>
        {(error) => <Problem error={error()} retry={answer.refresh} />}
      </Show>
      <Show when={answer.data()} fallback={<TableSkeleton rows={4} />}>
        {(data) => (
          <>
            <p class="quiet">
              {formatQuantity(sessions().length, 'session')},{' '}
              {formatQuantity(events().length, 'click')}
              {data().events.pageInfo.hasNextPage
                ? ` among the first ${formatQuantity(all().length, 'click')} of that time`
                : ''}
            </p>
            <ul class="behind-list">
              <For each={sessions()}>
                {(session) => (
                  <li>
                    <A
                      href={linkTo(`/sessions/${session.sessionId}`, {
                        t: writeMoment(session.tMs),
                      })}
                    >
                      {personName(session)} at {formatMoment(session.tMs)}
                    </A>
                    <span class="quiet numeric">
                      {formatDateTime(Date.parse(session.at), site()?.timeZone)},{' '}
                      {formatQuantity(session.count, 'click')}
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </Show>
    </Dialog>
  );
}
