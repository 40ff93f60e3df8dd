import { repoPath } from '../data-dir.ts';
import type { Check } from './check.ts';

const bin = (name: string) => repoPath(`node_modules/.bin/${name}`);
const script = (path: string, ...args: string[]) => [process.execPath, path, ...args] as const;

/** What `npm test` checks before the tests, in order: the quick ones first. */
export const checks: readonly Check[] = [
  {
    name: 'The code is formatted and linted',
    command: [bin('biome'), 'ci', '--colors=off', '--diagnostic-level=error', '.'],
  },
  { name: 'The types hold', command: [bin('tsc'), '--noEmit', '-p', '.'] },
  { name: 'The types of the Worker hold', command: [bin('tsc'), '--noEmit', '-p', 'collector'] },
  { name: 'No dead code, no unused package', command: [bin('knip'), '--no-progress'] },
  { name: 'The tracker builds', command: script('tracker/build.ts') },
  { name: 'The tracker is within its size', command: script(bin('size-limit')) },
];
