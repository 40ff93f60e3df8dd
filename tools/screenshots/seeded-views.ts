import type { AskApi } from '../replay/api-client.ts';

/** A view of the dashboard on a seeded site, and what is there once it has its data. */
export interface SeededView {
  readonly name: string;
  readonly path: string;
  readonly ready: string;
  /** Of its wide picture, px; 1,000 unless told. */
  readonly heightPx?: number;
  /** How often the canvas is moved on with the arrow key: what matters may be far down the page. */
  readonly pans?: number;
}

const steps = [
  { page: '/product/:id' },
  { event: 'added-to-cart' },
  { page: '/cart' },
  { page: '/checkout' },
  { event: 'ordered' },
];

/** Every view, as somebody who works with it has it before them. @param session one with rage, to look at */
export function listViews(site: string, session: string): readonly SeededView[] {
  const at = (path: string, parameters: Readonly<Record<string, string>> = {}) =>
    `${path}?${new URLSearchParams({ site, ...parameters })}`;
  return [
    { name: 'overview', path: at('/overview'), ready: '.uplot canvas' },
    { name: 'sessions', path: at('/sessions'), ready: 'tr.session-row' },
    { name: 'session', path: at(`/sessions/${session}`), ready: '.event-row' },
    {
      name: 'heatmaps',
      path: at('/heatmaps', { page: '/', device: 'desktop', width: '1920' }),
      ready: '.heat-legend li',
    },
    { name: 'frustration', path: at('/frustration'), ready: '.data-table tbody .badge' },
    { name: 'people', path: at('/people'), ready: '.bars' },
    {
      name: 'funnels',
      path: at('/funnels', { steps: JSON.stringify(steps), drop: '1' }),
      ready: '.drop-offs tbody a',
    },
    { name: 'paths', path: at('/paths', { source: '0:/' }), ready: '.sankey' },
    { name: 'forms', path: at('/forms'), ready: '.form-shape' },
    { name: 'alerts', path: at('/alerts'), ready: '.alert-list li:not(.quiet)' },
    { name: 'settings', path: at('/settings'), ready: '.settings-form' },
  ];
}

const sessionsQuery = /* GraphQL */ `
  query SessionToShow($site: ID!) {
    sessions(site: $site, first: 100, filter: { hasRage: true }) {
      nodes {
        sessionId
        mouseMovements
      }
    }
  }
`;

/** The session with rage that has most to see. */
export async function findSessionToShow(ask: AskApi, site: string): Promise<string> {
  const { sessions } = await ask<{
    sessions: { nodes: { sessionId: string; mouseMovements: number }[] };
  }>(sessionsQuery, { site });
  const [best] = sessions.nodes.toSorted((a, b) => b.mouseMovements - a.mouseMovements);
  if (!best) throw new Error(`Site ${site} has no session with rage.`);
  return best.sessionId;
}

const alertMutation = /* GraphQL */ `
  mutation AlertToShow($site: ID!, $input: AlertInput!) {
    createAlert(site: $site, input: $input) {
      secret
    }
  }
`;

/** Something for the view of alerts to show. Nobody answers at its address. */
export async function makeAlertToShow(ask: AskApi, site: string): Promise<void> {
  const webhookUrl = 'https://hooks.norrby.example/trailgraph';
  await ask(alertMutation, {
    site,
    input: { name: 'Rage on the front page', page: '/', threshold: 4, windowHours: 24, webhookUrl },
  });
}
