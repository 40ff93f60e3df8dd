import { For, Show } from 'solid-js';
import type { PatternFragment, PersonNumbersQuery } from '../generated/people.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';
import { Badge } from '../parts/Badge.tsx';
import { patterns } from './wording.ts';

type Movements = PersonNumbersQuery['mouseStatistics']['movementPatterns'];

/** What kind of visitor this is, how sure that is, and the four numbers that say so. */
export function MousePattern(props: {
  readonly pattern: PatternFragment | undefined;
  /** What it was in the days before, where they are compared. */
  readonly before: PatternFragment | undefined;
  readonly movements: Movements;
}) {
  return (
    <Show when={props.pattern}>
      {(pattern) => (
        <section class="card pattern" aria-label="Pattern">
          <div class="pattern-head">
            <h2>Pattern</h2>
            <p class="row">
              <Badge tone={patterns[pattern().patternType].tone}>
                {patterns[pattern().patternType].label}
              </Badge>
              <span class="quiet">
                {patterns[pattern().patternType].meaning} Confidence{' '}
                {formatPercent(pattern().confidence * 100)}.
              </span>
            </p>
            <Show when={props.before}>
              {(before) => (
                <p class="quiet">
                  Before: {patterns[before().patternType].label.toLowerCase()}, confidence{' '}
                  {formatPercent(before().confidence * 100)}.
                </p>
              )}
            </Show>
            <p class="quiet">{describeMovements(props.movements)}</p>
          </div>
          <dl class="bars">
            <For each={bars(pattern().indicators)}>
              {([name, value]) => (
                <div>
                  <dt>{name}</dt>
                  <dd class="numeric">{value === null ? 'too few clicks' : Math.round(value)}</dd>
                  <span class="bar" aria-hidden="true">
                    <span style={{ width: `${value ?? 0}%` }} />
                  </span>
                </div>
              )}
            </For>
          </dl>
        </section>
      )}
    </Show>
  );
}

function bars(
  indicators: PatternFragment['indicators'],
): readonly (readonly [string, number | null])[] {
  return [
    ['Click Precision', indicators.clickPrecision],
    ['Movement Efficiency', indicators.movementEfficiency],
    ['Rage Clicks', indicators.rageClickFrequency],
    ['Hesitation', indicators.hesitationFrequency],
  ];
}

function describeMovements(movements: Movements): string {
  const parts = movements
    .filter(({ sessions }) => sessions > 0)
    .map(
      ({ pattern, sessions }) =>
        `${formatCount(sessions)} ${pattern?.toLowerCase() ?? 'with too little movement'}`,
    );
  return parts.length ? `Movement by session: ${parts.join(', ')}.` : '';
}
