import { readFileSync } from 'node:fs';

/** The batch in `FORMAT.md`, as the text that stands there. */
export function readExample(): string {
  const format = readFileSync(new URL('../FORMAT.md', import.meta.url), 'utf8');
  return /```json\n([\s\S]*?)```/.exec(format)?.[1] ?? '';
}
