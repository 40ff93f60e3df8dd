import type { DeadClickIssue, Engagement, Severity } from '../generated/frustration.ts';
import type { Tone } from '../parts/Badge.tsx';

export const severities: Readonly<Record<Severity, { label: string; tone: Tone }>> = {
  CRITICAL: { label: 'Critical', tone: 'bad' },
  HIGH: { label: 'High', tone: 'bad' },
  MEDIUM: { label: 'Medium', tone: 'warn' },
  LOW: { label: 'Low', tone: 'plain' },
};

export const issues: Readonly<Record<DeadClickIssue, { label: string; tone: Tone }>> = {
  BROKEN_INTERACTION: { label: 'Broken interaction', tone: 'bad' },
  NON_INTERACTIVE_ELEMENT: { label: 'Not interactive', tone: 'warn' },
  UNCLEAR_UI: { label: 'Unclear', tone: 'plain' },
};

export const engagements: Readonly<Record<Engagement, { label: string; tone: Tone }>> = {
  VERY_HIGH: { label: 'Very high', tone: 'calm' },
  HIGH: { label: 'High', tone: 'calm' },
  MEDIUM: { label: 'Medium', tone: 'plain' },
  LOW: { label: 'Low', tone: 'plain' },
  VERY_LOW: { label: 'Very low', tone: 'plain' },
};
