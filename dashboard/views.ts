import { type Component, lazy } from 'solid-js';

interface View {
  readonly path: string;
  /** Its name in the navigation; without one it is reached from another view. */
  readonly label?: string;
  readonly component: Component;
}

/** Every view of the dashboard: a folder, and a line here. Each loads when it is first opened. */
export const views: readonly View[] = [
  {
    path: '/sessions',
    label: 'Sessions',
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
];

/** Where `/` leads. */
export const firstView = '/sessions';
