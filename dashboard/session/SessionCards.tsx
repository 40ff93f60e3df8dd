import type { SessionFactsFragment } from '../generated/session.ts';
import { formatCount, formatQuantity } from '../numbers/format.ts';
import { StatCard } from '../parts/StatCard.tsx';

export function SessionCards(props: { readonly facts: SessionFactsFragment | undefined }) {
  const count = (value: number | undefined) =>
    value === undefined ? undefined : formatCount(value);
  const quantity = (value: number | undefined, one: string) =>
    value === undefined ? ' ' : formatQuantity(value, one);
  return (
    <section class="cards" aria-label="In numbers">
      <StatCard label="Total clicks" value={count(props.facts?.totalClicks)}>
        {quantity(props.facts?.deadClicks, 'dead click')}
      </StatCard>
      <StatCard label="Rage clicks" value={count(props.facts?.rageClicks)}>
        {quantity(props.facts?.rageBurstCount, 'burst')}
      </StatCard>
      <StatCard label="Mouse movements" value={count(props.facts?.mouseMovements)}>
        {quantity(props.facts?.hesitationCount, 'hesitation')}
      </StatCard>
      <StatCard label="Scroll events" value={count(props.facts?.scrollEvents)}>
        {props.facts ? `deepest ${Math.round(props.facts.deepestScrollPercent)} %` : ' '}
      </StatCard>
    </section>
  );
}
