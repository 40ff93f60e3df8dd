import ipaddr from 'ipaddr.js';
import * as v from 'valibot';
import { Problem } from '../graphql/problem.ts';
import { isRoutePattern } from './route.ts';
import { isTimeZone } from './site-day.ts';

const name = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'is empty'),
  v.maxLength(200, 'is longer than 200 characters'),
);
const origin = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^https?:\/\/[^/\s]+$/i, 'is no origin such as https://shop.example'),
  v.transform((text) => text.toLowerCase()),
);
const list = <const S extends v.GenericSchema<string, string>>(item: S, most = 100) =>
  v.pipe(v.array(item), v.maxLength(most, `has more than ${most} entries`));
const whole = (least: number, most: number) => {
  const rule = `is no whole number from ${least} to ${most}`;
  return v.pipe(v.number(rule), v.integer(rule), v.minValue(least, rule), v.maxValue(most, rule));
};
const parameter = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[^\s&=#?]{1,100}$/, 'is no name of a query parameter, such as utm_source'),
);
const address = v.pipe(
  v.string(),
  v.trim(),
  v.check(
    (text) => ipaddr.isValid(text) || ipaddr.isValidCIDR(text),
    'is no IP address or range, such as 203.0.113.7 or 203.0.113.0/24',
  ),
);

/** What an owner may change. */
const changeable = {
  name: v.nullish(name),
  rageRule: v.nullish(v.picklist(['default', 'strict'])),
  origins: v.nullish(list(origin)),
  keptParameters: v.nullish(list(parameter)),
  routes: v.nullish(
    list(
      v.pipe(v.string(), v.trim(), v.check(isRoutePattern, 'is no pattern such as /product/:id')),
    ),
  ),
  excludedAddresses: v.nullish(list(address)),
  deadClickMs: v.nullish(whole(500, 60_000)),
  retentionDays: v.nullish(whole(1, 3_650)),
  visitorBatchesPerMinute: v.nullish(whole(1, 100_000)),
  siteBatchesPerMinute: v.nullish(whole(1, 10_000_000)),
};

const updateSchema = v.object(changeable);
const createSchema = v.object({
  ...changeable,
  siteId: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9._-]{1,64}$/, 'is 1–64 letters, digits, dots, underscores or hyphens'),
  ),
  timeZone: v.nullish(v.pipe(v.string(), v.check(isTimeZone, 'is no IANA time zone'))),
});

export type SiteUpdate = v.InferInput<typeof updateSchema>;
export type NewSite = v.InferInput<typeof createSchema>;

/** @throws {Problem} BAD_USER_INPUT: the setting, a colon, what was refused and why */
export function checkSiteUpdate(input: unknown) {
  return check(updateSchema, input);
}

/** @throws {Problem} BAD_USER_INPUT, the same way */
export function checkNewSite(input: unknown) {
  return check(createSchema, input);
}

function check<const S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const setting = issue.path?.[0]?.key ?? 'input';
  throw new Problem('BAD_USER_INPUT', `${setting}: ${describe(issue.input)} ${issue.message}`);
}

/** What was refused, in short; a list is told by its setting's name. */
function describe(refused: unknown): string {
  if (Array.isArray(refused)) return 'it';
  return JSON.stringify(typeof refused === 'string' ? refused.slice(0, 100) : refused);
}
