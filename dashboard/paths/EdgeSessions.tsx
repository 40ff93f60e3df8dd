import { A } from '@solidjs/router';
import { createQuery } from '@urql/solid';
import { For, Show } from 'solid-js';
import { PathSessionsDocument, type PathSessionsQueryVariables } from '../generated/paths.ts';
import { formatCount, formatQuantity } from '../numbers/format.ts';
import { personName } from '../person/describe.ts';
import { useSiteLink } from '../site/site-link.ts';
import { formatDateTime } from '../time/format.ts';
import { pageOfNode } from './Sankey.tsx';

/** The sessions that went one step of the ways. */
export function EdgeSessions(props: { readonly question: PathSessionsQueryVariables }) {
  const linkTo = useSiteLink();
  const [result] = createQuery({
    query: PathSessionsDocument,
    variables: () => props.question,
  });
  const name = () => `${pageOfNode(props.question.source)} → ${pageOfNode(props.question.target)}`;
  return (
    <Show when={result.data?.paths.edges[0]?.sessions}>
      {(found) => (
        <section class="edge-sessions" aria-label={`Sessions: ${name()}`}>
          <h2>
            {formatQuantity(found().totalCount, 'session')} went {name()}
          </h2>
          <Show when={found().totalCount > found().nodes.length}>
            <p class="quiet">The newest {formatCount(found().nodes.length)}:</p>
          </Show>
          <ul>
            <For each={found().nodes}>
              {(session) => (
                <li>
                  <A href={linkTo(`/sessions/${session.sessionId}`)}>{personName(session)}</A>
                  <span class="quiet numeric">
                    {formatDateTime(Date.parse(session.startedAt))},{' '}
                    {formatQuantity(session.pageCount, 'page')}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </section>
      )}
    </Show>
  );
}
