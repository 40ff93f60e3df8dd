import { A } from '@solidjs/router';
import { For } from 'solid-js';
import { LiveStatus } from '../live/LiveStatus.tsx';
import { SitePicker } from '../site/SitePicker.tsx';
import { useDatedLink } from '../site/site-link.ts';
import { firstView, views } from '../views.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';

export function Header() {
  /** Site and dates go along from view to view; the rest of the address is a view's own. */
  const link = useDatedLink();
  return (
    <header class="header">
      <A class="header-name" href={link(firstView)}>
        Trailgraph
      </A>
      <nav aria-label="Views" class="header-views">
        <ul>
          <For each={views.filter((view) => view.label)}>
            {(view) => (
              <li>
                <A href={link(view.path)} activeClass="is-current">
                  {view.label}
                </A>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <div class="header-side">
        <LiveStatus />
        <SitePicker />
        <ThemeSwitch />
      </div>
    </header>
  );
}
