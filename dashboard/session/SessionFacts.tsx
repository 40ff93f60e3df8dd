import { For, type JSX, Show } from 'solid-js';
import type { SessionFactsFragment } from '../generated/session.ts';
import { formatCount, formatPx, formatQuantity } from '../numbers/format.ts';
import { countryName, deviceText } from '../person/describe.ts';
import { formatDateTime, formatDuration } from '../time/format.ts';

/** Everything else that is known of the session. */
export function SessionFacts(props: { readonly facts: SessionFactsFragment | undefined }) {
  return (
    <Show when={props.facts}>
      {(facts) => (
        <section aria-labelledby="session-facts" class="facts-section">
          <h2 id="session-facts">Facts</h2>
          <dl class="facts">
            <For each={listFacts(facts())}>
              {([name, value]) => (
                <div>
                  <dt class="quiet">{name}</dt>
                  <dd>{value}</dd>
                </div>
              )}
            </For>
          </dl>
        </section>
      )}
    </Show>
  );
}

/** Names and values, without those that are not known. */
function listFacts(facts: SessionFactsFragment): readonly (readonly [string, JSX.Element])[] {
  const all: readonly (readonly [string, string | null | undefined])[] = [
    ['Duration', formatDuration(facts.sessionDurationSeconds * 1_000)],
    ['Distance', formatPx(facts.totalDistancePx)],
    ['Average speed', `${formatCount(facts.avgSpeedPxPerSec)} px/s`],
    ['Hesitations', formatCount(facts.hesitationCount)],
    ['Movement pattern', patternText(facts.movementPattern)],
    ['Path efficiency', facts.pathEfficiency?.toFixed(2)],
    ['Dead clicks', formatCount(facts.deadClicks)],
    ['Slow clicks', facts.slowClicks ? formatCount(facts.slowClicks) : null],
    ['Typing', facts.keyPresses ? formatQuantity(facts.keyPresses, 'key') : null],
    ['Errors', facts.errorCount ? formatCount(facts.errorCount) : null],
    ['Quick backs', facts.quickBacks ? formatCount(facts.quickBacks) : null],
    ['Pages', formatCount(facts.pageCount)],
    ['Device', deviceText(facts)],
    ['Window', `${facts.viewportWidth} × ${facts.viewportHeight}`],
    ['Country', [countryName(facts.country), facts.region].filter(Boolean).join(', ')],
    ['Came from', facts.referrer],
    ['Started', formatDateTime(Date.parse(facts.startedAt))],
    ['Last activity', formatDateTime(Date.parse(facts.endedAt))],
    ['Visitor', facts.visitorId],
    ['Session', facts.sessionId],
    ['Lost on the way', lostText(facts)],
  ];
  return all.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function lostText({ lostMoves, lostEvents }: SessionFactsFragment): string | null {
  return lostMoves || lostEvents
    ? `${formatQuantity(lostMoves, 'sample')}, ${formatQuantity(lostEvents, 'event')}`
    : null;
}

function patternText(pattern: SessionFactsFragment['movementPattern']): string {
  if (!pattern) return 'Too little movement';
  return pattern.charAt(0) + pattern.slice(1).toLowerCase();
}
