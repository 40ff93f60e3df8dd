import { type Component, lazy } from 'solid-js';

interface View {
  readonly path: string;
  /** Its name in the navigation; without one it is reached from another view. */
  readonly label?: string;
  readonly component: Component;
  /** Whether there is nothing to see before the site's first event. */
  readonly needsEvents?: true;
  /** It grows at its end as long as there is more: nothing can stand below it. */
  readonly isEndless?: true;
}

/** Every view of the dashboard: a folder, and a line here. Each loads when it is first opened. */
export const views: readonly View[] = [
  {
    path: '/overview',
    label: 'Overview',
    needsEvents: true,
    component: lazy(async () => ({
      default: (await import('./overview/OverviewView.tsx')).OverviewView,
    })),
  },
  {
    path: '/sessions',
    label: 'Sessions',
    isEndless: true,
    component: lazy(async () => ({
      default: (await import('./sessions/SessionsView.tsx')).SessionsView,
    })),
  },
  {
    path: '/sessions/:session',
    component: lazy(async () => ({
      default: (await import('./session/SessionView.tsx')).SessionView,
    })),
  },
  {
    path: '/heatmaps',
    label: 'Heatmaps',
    needsEvents: true,
    component: lazy(async () => ({
      default: (await import('./heatmaps/HeatmapsView.tsx')).HeatmapsView,
    })),
  },
  {
    path: '/frustration',
    label: 'Frustration',
    needsEvents: true,
    component: lazy(async () => ({
      default: (await import('./frustration/FrustrationView.tsx')).FrustrationView,
    })),
  },
  {
    path: '/funnels',
    label: 'Funnels',
    needsEvents: true,
    component: lazy(async () => ({
      default: (await import('./funnels/FunnelsView.tsx')).FunnelsView,
    })),
  },
  {
    path: '/paths',
    label: 'Paths',
    needsEvents: true,
    component: lazy(async () => ({
      default: (await import('./paths/PathsView.tsx')).PathsView,
    })),
  },
  {
    path: '/forms',
    label: 'Forms',
    needsEvents: true,
    component: lazy(async () => ({
      default: (await import('./forms/FormsView.tsx')).FormsView,
    })),
  },
  {
    path: '/alerts',
    label: 'Alerts',
    component: lazy(async () => ({
      default: (await import('./alerts/AlertsView.tsx')).AlertsView,
    })),
  },
  {
    path: '/people',
    label: 'People',
    needsEvents: true,
    component: lazy(async () => ({
      default: (await import('./people/PeopleView.tsx')).PeopleView,
    })),
  },
  {
    path: '/settings',
    label: 'Settings',
    component: lazy(async () => ({
      default: (await import('./settings/SettingsView.tsx')).SettingsView,
    })),
  },
];

/** Where `/` leads. */
export const firstView = '/sessions';
