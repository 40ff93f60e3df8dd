import { formatQuantity } from '../numbers/format.ts';
import { pagePath } from '../person/describe.ts';
import { formatDuration } from '../time/format.ts';
import type { SessionEvent } from './session-events.ts';

export interface EventText {
  /** What happened: `Click`, `Rage click`, `Typed`. */
  readonly title: string;
  /** Where, or how much. */
  readonly detail: string;
  /** Why it was judged so, in the API's words. */
  readonly reason: string | null;
  readonly tone: 'plain' | 'good' | 'bad' | 'warn';
}

/** An event in words, for the list beside the canvas, which is also the canvas's text. */
export function describeEvent(event: SessionEvent): EventText {
  switch (event.__typename) {
    case 'ClickEvent':
      return describeClick(event);
    case 'HoverEvent':
      return plain(
        event.didClick ? 'Hover, then click' : 'Hover',
        `${event.element?.label ?? 'page'}, ${formatDuration(event.hoverDurationMs)}`,
      );
    case 'ScrollEvent':
      return describeScroll(event);
    case 'NavigationEvent':
      return event.isQuickBack
        ? { ...plain('Quick back', pagePath(event.pageUrl)), tone: 'warn' }
        : plain('Page', pagePath(event.pageUrl));
    case 'VisibilityEvent':
      return plain('Tab', event.state.toLowerCase());
    case 'KeyboardEvent':
      return plain(
        'Typed',
        `${formatQuantity(event.presses, 'key')} in ${formatDuration(event.durationMs)}`,
      );
    case 'FormEvent':
      return describeForm(event);
    case 'ErrorEvent':
      return { ...plain('Error', event.message), reason: errorPlace(event), tone: 'bad' };
    case 'CustomEvent':
      return plain(event.name, event.properties ?? '');
    default:
      return plain('Movement', '');
  }
}

function plain(title: string, detail: string): EventText {
  return { title, detail, reason: null, tone: 'plain' };
}

function describeForm(event: Extract<SessionEvent, { __typename: 'FormEvent' }>): EventText {
  const form = event.form ?? 'Fields outside forms';
  if (event.isSubmitted) return plain('Form submitted', form);
  const left = event.lastField ? `${form}, last field: ${event.lastField}` : form;
  const tries =
    event.refusals > 0 ? `${formatQuantity(event.refusals, 'refused try', 'refused tries')}` : null;
  return { ...plain('Form used', left), reason: tries };
}

function describeScroll(event: Extract<SessionEvent, { __typename: 'ScrollEvent' }>): EventText {
  const where = event.container ? `${event.container.label}, ` : '';
  return plain(
    event.directionChange ? 'Scrolled back' : 'Scrolled',
    `${where}to ${Math.round(event.depthPercent)} %`,
  );
}

function describeClick(event: Extract<SessionEvent, { __typename: 'ClickEvent' }>): EventText {
  const detail = event.element?.label ?? 'page';
  const titles = [
    [event.isRageClick && event.isDeadClick, 'Rage click, dead', 'bad'],
    [event.isRageClick, 'Rage click', 'bad'],
    [event.isDeadClick, 'Dead click', 'warn'],
    [event.isSlow, 'Slow click', 'warn'],
    [event.isDrag, 'Drag', 'plain'],
    [true, event.pointer === 'touch' ? 'Tap' : 'Click', 'good'],
  ] as const;
  const [, title, tone] = titles.find(([holds]) => holds) ?? titles[5];
  return { title, detail, reason: event.reason, tone };
}

function errorPlace(event: { readonly source: string | null; readonly line: number | null }) {
  if (!event.source) return null;
  return event.line === null ? event.source : `${event.source}, line ${event.line}`;
}
