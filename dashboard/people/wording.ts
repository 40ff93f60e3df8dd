import type { PatternType } from '../generated/people.ts';
import type { Tone } from '../parts/Badge.tsx';

/** What a pattern is called, and what it means. */
export const patterns: Readonly<
  Record<PatternType, { label: string; tone: Tone; meaning: string }>
> = {
  POWER_USER: { label: 'Power user', tone: 'good', meaning: 'Precise, fast and at home.' },
  EXPLORER: { label: 'Explorer', tone: 'calm', meaning: 'Looks at everything.' },
  HESITANT: { label: 'Hesitant', tone: 'warn', meaning: 'Stops often, moves little.' },
  FRUSTRATED: { label: 'Frustrated', tone: 'bad', meaning: 'Hammers, or presses in vain.' },
  NORMAL: { label: 'Normal', tone: 'plain', meaning: 'Nothing stands out.' },
  UNKNOWN: { label: 'Unknown', tone: 'plain', meaning: 'No session in this time.' },
};
