import { Navigate, Route, Router, useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { signInNeeded } from './auth/auth-state.ts';
import { SignIn } from './auth/SignIn.tsx';
import { Frame } from './frame/Frame.tsx';
import { NotFound } from './frame/NotFound.tsx';
import { createThemeAttribute } from './frame/theme.ts';
import { firstView, views } from './views.ts';

export function App() {
  createThemeAttribute();
  return (
    <Show when={!signInNeeded()} fallback={<SignIn />}>
      <Router root={Frame} scrollRestoration>
        <Route path="/" component={ToFirstView} />
        <For each={views}>{(view) => <Route path={view.path} component={view.component} />}</For>
        <Route path="*" component={NotFound} />
      </Router>
    </Show>
  );
}

function ToFirstView() {
  const location = useLocation();
  return <Navigate href={firstView + location.search} />;
}
