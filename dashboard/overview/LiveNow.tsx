import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { writeDevice } from '../device/device.ts';
import { type DeviceClass, LiveSessionsDocument } from '../generated/overview.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatQuantity } from '../numbers/format.ts';
import { Badge } from '../parts/Badge.tsx';
import { pagePath, personName } from '../person/describe.ts';
import { useSite } from '../site/site-context.ts';
import { useSiteLink } from '../site/site-link.ts';

/** Who is on the site now, and where. */
export function LiveNow(props: {
  readonly page: string | null;
  readonly device: DeviceClass | null;
}) {
  const { siteId } = useSite();
  const linkTo = useSiteLink();
  const answer = createLiveQuery(LiveSessionsDocument, () => {
    const site = siteId();
    return site === undefined ? undefined : { site, page: props.page, device: props.device };
  });
  const sessions = () => answer.data()?.sessions;
  return (
    <section class="live-now" aria-labelledby="live-now">
      <div class="view-head">
        <h2 id="live-now">On the site now</h2>
        <Show when={sessions()?.totalCount}>
          {(count) => (
            <A
              href={linkTo('/sessions', {
                live: '1',
                page: props.page ?? undefined,
                device: writeDevice(props.device),
              })}
            >
              {formatQuantity(count(), 'person', 'people')}
            </A>
          )}
        </Show>
      </div>
      <ul>
        <For
          each={sessions()?.nodes}
          fallback={<li class="quiet">{sessions() ? 'Nobody at the moment.' : ' '}</li>}
        >
          {(session) => (
            <li>
              <A href={linkTo(`/sessions/${session.sessionId}`)}>{personName(session)}</A>
              <span class="quiet live-page" title={session.lastPageUrl}>
                {pagePath(session.lastPageUrl)}
              </span>
              <Show when={session.rageClicks}>
                <Badge tone="bad">{formatQuantity(session.rageClicks, 'rage click')}</Badge>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
