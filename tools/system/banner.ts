import { styleText } from 'node:util';
import type { RunningSystem } from './system.ts';

/** What a person needs once everything runs: what is where, who may read, and how to stop. */
export function describeSystem(system: RunningSystem, seconds: number): string {
  const { urls, localMode, database, ownerToken } = system;
  const bold = (text: string) => styleText('bold', text);
  const access = localMode
    ? 'Local mode: programs on this machine need no token; other machines and other websites get nothing.'
    : 'Nothing is readable without a token; the owner’s is in the link above and in .data/owner-token.';
  return `
${bold('Trailgraph runs')} (started in ${seconds.toFixed(1)} s)

  Demo shop   ${urls.shop}
  Dashboard   ${urls.dashboard}
  API         ${urls.api}/graphql
  Collector   ${urls.collector}
  Database    ${database.origin}

  ${bold('Open the dashboard signed in:')}
  ${urls.dashboard}/#token=${ownerToken}

  ${access}
  Ctrl-C stops everything and loses nothing.
`;
}
