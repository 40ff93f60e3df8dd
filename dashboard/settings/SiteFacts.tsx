import { For } from 'solid-js';
import type { SiteSettingsFragment } from '../generated/settings.ts';
import { lists, numbers } from './site-input.ts';

/** How a site is recorded, to read: for those who may not change it. */
export function SiteFacts(props: { readonly site: SiteSettingsFragment }) {
  const facts = (): readonly (readonly [name: string, values: readonly string[]])[] => [
    ['Time zone', [props.site.timeZone]],
    ...lists.map(({ name, label }) => [label, props.site[name]] as const),
    [
      'A click is dead after this many seconds without an answer',
      [String(props.site.deadClickMs / 1_000)],
    ],
    ...numbers.map(({ name, label }) => [label, [props.site[name].toLocaleString('en')]] as const),
    [
      'Bursts of clicks that count as rage',
      [props.site.rageRule === 'STRICT' ? 'Every one' : 'Those that did not get what they wanted'],
    ],
  ];
  return (
    <section class="settings-part" aria-labelledby="site-settings">
      <h2 id="site-settings">{props.site.name}</h2>
      <dl class="settings-facts">
        <For each={facts()}>
          {([name, values]) => (
            <div>
              <dt>{name}</dt>
              <For each={values} fallback={<dd class="quiet">–</dd>}>
                {(value) => <dd>{value}</dd>}
              </For>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}
