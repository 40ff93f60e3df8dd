import { useLocation } from '@solidjs/router';
import { createComputed, on, Show } from 'solid-js';
import { forgetAsked } from '../export/asked.ts';
import { CopyAsked } from '../export/CopyAsked.tsx';
import { views } from '../views.ts';

/** The foot of a view; a list that grows at its end has none, for nobody would ever reach it. */
export function Foot() {
  const location = useLocation();
  createComputed(on(() => location.pathname, forgetAsked, { defer: true }));
  const isEndless = () => views.find(({ path }) => path === location.pathname)?.isEndless;
  return (
    <Show when={!isEndless()}>
      <footer class="frame-foot">
        <CopyAsked />
      </footer>
    </Show>
  );
}
