import type { SiteSettingsFragment, UpdateSiteInput } from '../generated/settings.ts';

/** Lines of a text field, without empty ones. */
export function readLines(text: FormDataEntryValue | null): readonly string[] {
  return String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What the settings form says. */
export function readSiteForm(form: FormData): UpdateSiteInput {
  const number = (name: string) => Number(form.get(name));
  return {
    name: String(form.get('name') ?? '').trim(),
    rageRule: form.get('strict') ? 'STRICT' : 'DEFAULT',
    origins: readLines(form.get('origins')),
    keptParameters: readLines(form.get('keptParameters')),
    routes: readLines(form.get('routes')),
    excludedAddresses: readLines(form.get('excludedAddresses')),
    deadClickMs: Math.round(number('deadClickSeconds') * 1_000),
    retentionDays: number('retentionDays'),
    visitorBatchesPerMinute: number('visitorBatchesPerMinute'),
    siteBatchesPerMinute: number('siteBatchesPerMinute'),
  };
}

/** The settings as they are, to go back to. */
export function keepSettings(site: SiteSettingsFragment): UpdateSiteInput {
  return {
    name: site.name,
    rageRule: site.rageRule,
    origins: [...site.origins],
    keptParameters: [...site.keptParameters],
    routes: [...site.routes],
    excludedAddresses: [...site.excludedAddresses],
    deadClickMs: site.deadClickMs,
    retentionDays: site.retentionDays,
    visitorBatchesPerMinute: site.visitorBatchesPerMinute,
    siteBatchesPerMinute: site.siteBatchesPerMinute,
  };
}

/** A refusal of the API, `origins: "x" is no origin …`: which field, and what it says. Null where it is about none. */
export function readRefusal(
  message: string | undefined,
): { readonly field: string; readonly text: string } | null {
  const [, field, text] = message?.match(/^([a-zA-Z]+): (.+)$/s) ?? [];
  if (!field || !text) return null;
  return { field: field === 'deadClickMs' ? 'deadClickSeconds' : field, text };
}

/** The form's fields of many lines. */
export const lists = [
  {
    name: 'origins',
    label: 'Origins that may send',
    hint: 'One a line, such as https://shop.example. Empty: any.',
  },
  {
    name: 'keptParameters',
    label: 'Query parameters to keep',
    hint: 'One a line. All others are dropped from addresses.',
  },
  {
    name: 'routes',
    label: 'Routes',
    hint: 'One a line, such as /product/:id. Tried before the general rules.',
  },
  {
    name: 'excludedAddresses',
    label: 'Addresses not to record',
    hint: 'IP addresses or ranges, one a line: your own people.',
  },
] as const satisfies readonly { name: keyof SiteSettingsFragment; label: string; hint: string }[];

/** The form's fields of one whole number, and the most that each may be. */
export const numbers = [
  { name: 'retentionDays', label: 'Days that data is kept', most: 3_650 },
  {
    name: 'visitorBatchesPerMinute',
    label: 'Batches a minute that one visitor may send',
    most: 100_000,
  },
  {
    name: 'siteBatchesPerMinute',
    label: 'Batches a minute that the whole site may send',
    most: 10_000_000,
  },
] as const satisfies readonly {
  name: keyof SiteSettingsFragment;
  label: string;
  most: number;
}[];
