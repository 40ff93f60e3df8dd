import { Match, Switch } from 'solid-js';
import { socketStatus } from '../client/socket.ts';

/** A word beside the site's name: whether what is on the screen is up to date by itself. */
export function LiveStatus() {
  return (
    <output class="live-status" aria-live="polite">
      <Switch>
        <Match when={socketStatus() === 'live'}>
          <span class="dot" data-on="" aria-hidden="true" />
          <span>Live</span>
        </Match>
        <Match when={socketStatus() === 'reconnecting'}>
          <span class="dot" aria-hidden="true" />
          <span>Reconnecting</span>
        </Match>
      </Switch>
    </output>
  );
}
