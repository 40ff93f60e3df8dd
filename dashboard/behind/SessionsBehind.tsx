import { A } from '@solidjs/router';
import { useClient } from '@urql/solid';
import { createEffect, createSignal, For, on, onCleanup } from 'solid-js';
import {
  MomentEventsDocument,
  MomentTrailDocument,
  type SessionBehindFragment,
} from '../generated/behind.ts';
import { formatQuantity } from '../numbers/format.ts';
import { personName } from '../person/describe.ts';
import { writeMoment } from '../replay/replay-clock.ts';
import { useSite } from '../site/site-context.ts';
import { useSiteLink } from '../site/site-link.ts';
import { formatDateTime, formatMoment } from '../time/format.ts';
import { eventTypes, findMoment, findPassing, type Target } from './moment.ts';
import './behind.css';

/** Sessions, each a link to the moment at which it happened. */
export function SessionsBehind(props: {
  readonly sessions: readonly SessionBehindFragment[];
  readonly target: Target;
}) {
  return (
    <ul class="behind-list">
      <For each={props.sessions}>
        {(session) => (
          <li>
            <MomentLink session={session} target={props.target} />
            <span class="quiet numeric">
              {formatDateTime(Date.parse(session.startedAt))},{' '}
              {formatQuantity(session.totalClicks, 'click')}
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}

/** The link works at once; where to look in the session is added when it is found. */
function MomentLink(props: { readonly session: SessionBehindFragment; readonly target: Target }) {
  const client = useClient();
  const { siteId } = useSite();
  const linkTo = useSiteLink();
  const find = async ([session, target]: readonly [SessionBehindFragment, Target]) => {
    const asked = { site: siteId() ?? null, session: session.sessionId };
    if (target.kind === 'move') {
      const { data } = await client.query(MomentTrailDocument, asked).toPromise();
      return findPassing(session, target, data?.session?.trail);
    }
    const types = eventTypes[target.kind];
    const { data } = await client.query(MomentEventsDocument, { ...asked, types }).toPromise();
    return findMoment(session, target, data?.events.nodes ?? []);
  };
  // No resource: it would take the whole view away while it looks.
  const [at, setAt] = createSignal<number | null>(null);
  createEffect(
    on([() => props.session, () => props.target], (asked) => {
      let isGone = false;
      onCleanup(() => {
        isGone = true;
      });
      void find(asked).then((found) => {
        if (!isGone) setAt(found);
      });
    }),
  );
  return (
    <A href={linkTo(`/sessions/${props.session.sessionId}`, { t: writeMoment(at()) })}>
      {personName(props.session)}
      {at() === null ? '' : ` at ${formatMoment(at() ?? 0)}`}
    </A>
  );
}
