import { useParams } from '@solidjs/router';
import { createMemo, Match, Switch } from 'solid-js';
import { createTitle } from '../frame/title.ts';
import { Problem } from '../parts/Problem.tsx';
import { personName } from '../person/describe.ts';
import { useSite } from '../site/site-context.ts';
import { createSession } from './create-session.ts';
import { SessionCards } from './SessionCards.tsx';
import { SessionFacts } from './SessionFacts.tsx';
import { SessionHead } from './SessionHead.tsx';
import { SessionPlayer } from './SessionPlayer.tsx';
import './session.css';

/** One session: what it was in numbers, and all of it to see again. */
export function SessionView() {
  const parameters = useParams<{ session: string }>();
  const { siteId } = useSite();
  const variables = createMemo(() => ({ session: parameters.session, site: siteId() ?? null }));
  const session = createSession(variables);
  const failed = () => {
    if (session.isMissing()) return 'No such session';
    return session.error() ? 'Session' : undefined;
  };
  createTitle(() => {
    const facts = session.facts();
    return facts ? personName(facts) : 'Session';
  });
  return (
    <div class="view view-wide">
      <SessionHead facts={session.facts()} failed={failed()} />
      <Switch>
        <Match when={session.isMissing()}>
          <p>
            This session is not here. It may have been erased, or it belongs to a site that this
            token may not see.
          </p>
        </Match>
        <Match when={!session.facts() && session.error()}>
          {(error) => <Problem error={error()} retry={() => void session.refresh()} />}
        </Match>
        <Match when={true}>
          <SessionCards facts={session.facts()} />
          <SessionPlayer session={session} />
          <SessionFacts facts={session.facts()} />
        </Match>
      </Switch>
    </div>
  );
}
