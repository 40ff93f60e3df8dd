import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { SessionFactsFragment } from '../generated/session.ts';
import { Badge } from '../parts/Badge.tsx';
import { countryName, deviceText, personName } from '../person/describe.ts';
import { lastListOf } from '../sessions/last-list.ts';
import { useSite } from '../site/site-context.ts';
import { useSiteLink } from '../site/site-link.ts';
import { formatDateTime } from '../time/format.ts';

export function SessionHead(props: {
  readonly facts: SessionFactsFragment | undefined;
  /** What stands there instead where no session will come. */
  readonly failed: string | undefined;
}) {
  const linkTo = useSiteLink();
  const { siteId } = useSite();
  return (
    <div class="session-title">
      <A href={lastListOf(siteId()) ?? linkTo('/sessions')} class="session-back">
        ‹ Sessions
      </A>
      <div class="row session-name">
        <h1>
          <Show
            when={props.facts}
            fallback={
              <Show
                when={props.failed}
                fallback={
                  <>
                    <span class="screen-reader-only">Loading the session</span>
                    <span class="skeleton" style={{ width: '12rem' }} />
                  </>
                }
              >
                {props.failed}
              </Show>
            }
          >
            {(facts) => personName(facts())}
          </Show>
        </h1>
        <Show when={props.facts?.isLive}>
          <Badge tone="good">Live</Badge>
        </Show>
        <Show when={props.facts?.automated}>
          <Badge>Automated</Badge>
        </Show>
      </div>
      <p class="quiet">
        <Show
          when={props.facts}
          fallback={
            <Show when={!props.failed}>
              <span class="skeleton" style={{ width: '20rem' }} />
            </Show>
          }
        >
          {(facts) =>
            [
              formatDateTime(Date.parse(facts().startedAt)),
              deviceText(facts()),
              countryName(facts().country),
            ]
              .filter(Boolean)
              .join(' · ')
          }
        </Show>
      </p>
    </div>
  );
}
