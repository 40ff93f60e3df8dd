import { type RouteSectionProps, useIsRouting } from '@solidjs/router';
import { ErrorBoundary, Suspense } from 'solid-js';
import { SiteGate } from '../site/SiteGate.tsx';
import { createSiteState, SiteContext } from '../site/site-context.ts';
import { Crash } from './Crash.tsx';
import { keepCurrentViewInSight } from './current-view.ts';
import { Foot } from './Foot.tsx';
import { focusOpenedView } from './focus-view.ts';
import { Header } from './Header.tsx';
import './frame.css';

/** What surrounds every view: skip link, header, the place of the view. */
export function Frame(props: RouteSectionProps) {
  const isRouting = useIsRouting();
  keepCurrentViewInSight();
  focusOpenedView();
  return (
    <SiteContext.Provider value={createSiteState()}>
      <a class="skip-link" href="#view">
        Skip to content
      </a>
      <Header />
      <main id="view" class="frame-main" tabindex="-1" aria-busy={isRouting()}>
        <ErrorBoundary fallback={(error) => <Crash error={error} />}>
          <Suspense>
            <SiteGate>{props.children}</SiteGate>
          </Suspense>
        </ErrorBoundary>
      </main>
      <Foot />
    </SiteContext.Provider>
  );
}
