import * as v from 'valibot';
import { Problem } from '../graphql/problem.ts';
import { isRoutePattern } from './route.ts';
import { isTimeZone } from './site-day.ts';

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const origin = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^https?:\/\/[^/\s]+$/i, 'is no origin such as https://shop.example'),
  v.transform((text) => text.toLowerCase()),
);
const list = <const S extends v.GenericSchema<string, string>>(item: S, most = 100) =>
  v.pipe(v.array(item), v.maxLength(most));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** What an owner may change. */
const changeable = {
  name: v.nullish(name),
  rageRule: v.nullish(v.picklist(['default', 'strict'])),
  origins: v.nullish(list(origin)),
  keptParameters: v.nullish(list(v.pipe(v.string(), v.regex(/^[^\s&=#?]{1,100}$/)))),
  routes: v.nullish(
    list(
      v.pipe(v.string(), v.trim(), v.check(isRoutePattern, 'is no pattern such as /product/:id')),
    ),
  ),
  excludedAddresses: v.nullish(list(v.pipe(v.string(), v.regex(/^[0-9a-f.:]+(\/\d{1,3})?$/i)))),
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

/** @throws {Problem} BAD_USER_INPUT naming the setting */
export function checkSiteUpdate(input: unknown) {
  return check(updateSchema, input);
}

/** @throws {Problem} BAD_USER_INPUT naming the setting */
export function checkNewSite(input: unknown) {
  return check(createSchema, input);
}

function check<const S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Problem('BAD_USER_INPUT', `${v.getDotPath(issue) ?? 'input'}: ${issue.message}`);
}
