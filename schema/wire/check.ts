import * as v from 'valibot';
import { limits } from '../limits.ts';
import type { Batch } from './batch.ts';
import { eventSchema } from './event-check.ts';
import { ViewKind } from './events.ts';
import { MalformedBatchError } from './malformed.ts';
import { column, id, ranges, text, whole } from './values.ts';

const pageSchema = v.object({
  startedAt: whole(ranges.date),
  sentAt: whole(ranges.date),
  kind: v.optional(whole([0, Math.max(...Object.values(ViewKind))]), ViewKind.load),
  viewportWidth: whole(ranges.size),
  viewportHeight: whole(ranges.size),
  documentWidth: whole(ranges.size),
  documentHeight: whole(ranges.size),
  touch: v.optional(whole(ranges.flag), 0),
  automated: v.optional(whole(ranges.flag), 0),
  url: text(limits.urlChars),
  referrer: text(limits.urlChars),
  user: text(limits.userChars),
});

const elementSchema = v.object({
  index: whole([0, limits.elementsPerView - 1]),
  tag: text(limits.tagChars),
  id: text(limits.idChars),
  class: text(limits.classChars),
  role: text(limits.roleChars),
  path: text(limits.pathChars),
  name: text(limits.nameChars),
});

const movesSchema = v.object({
  t: column(ranges.ms, limits.movesPerBatch),
  x: column(ranges.px, limits.movesPerBatch),
  y: column(ranges.px, limits.movesPerBatch),
});

const tooMany = (limit: number) => (issue: v.BaseIssue<unknown>) =>
  `has ${issue.received} entries, the limit is ${limit}`;
const identity = (chars: number) =>
  id(new RegExp(`^[A-Za-z0-9_-]{${chars}}$`), `${chars} characters of base64url`);

/** The plain form of a batch; what is missing and may be gets its empty value. */
const batchSchema = v.object({
  v: v.optional(v.literal(1, 'is not 1, the only version there is'), 1),
  site: v.optional(
    // Empty where the page leaves it out because there is one site only: the collector fills it in.
    id(/^[A-Za-z0-9._-]{0,64}$/, 'up to 64 letters, digits, dots, underscores or hyphens'),
    '',
  ),
  session: identity(16),
  visitor: identity(16),
  view: identity(8),
  seq: whole([0, limits.seq]),
  activeMs: whole(ranges.ms),
  page: v.optional(pageSchema),
  elements: v.optional(
    v.pipe(
      v.array(elementSchema, 'is not a list'),
      v.maxLength(limits.elementsPerBatch, tooMany(limits.elementsPerBatch)),
    ),
    () => [],
  ),
  moves: v.optional(movesSchema, () => ({ t: [], x: [], y: [] })),
  events: v.optional(
    v.pipe(
      v.array(eventSchema, 'is not a list'),
      v.maxLength(limits.eventsPerBatch, tooMany(limits.eventsPerBatch)),
    ),
    () => [],
  ),
  lost: v.optional(
    v.object({
      moves: v.optional(whole(ranges.count), 0),
      events: v.optional(whole(ranges.count), 0),
    }),
    () => ({ moves: 0, events: 0 }),
  ),
});

/**
 * Checks what a batch says: the plain form as a client posted it, or what `decodeBatch` gave. Fills in what may be
 * missing and cuts texts that are too long (`schema/limits.ts`).
 *
 * @returns a new, complete batch
 * @throws {MalformedBatchError} with the place (`events[2].x`) and the reason
 */
export function checkBatch(input: unknown): Batch {
  const result = v.safeParse(batchSchema, input, { abortEarly: true });
  if (!result.success) throw refuse(result.issues[0]);
  const batch = result.output;
  if (batch.seq === 0 && !batch.page) {
    throw new MalformedBatchError('page', 'is missing in the first batch of a view');
  }
  if (batch.seq > 0 && batch.page) {
    throw new MalformedBatchError('page', 'belongs in the first batch of a view only (seq 0)');
  }
  const { t, x, y } = batch.moves;
  if (x.length !== t.length || y.length !== t.length) {
    throw new MalformedBatchError(
      'moves',
      `has columns of unequal length: t ${t.length}, x ${x.length}, y ${y.length}`,
    );
  }
  checkNumbering(batch);
  return batch;
}

/** The wire gives the first element's index only, so the others must follow in a row. */
function checkNumbering({ elements }: Batch): void {
  const first = elements[0]?.index ?? 0;
  const at = elements.findIndex((element, i) => element.index !== first + i);
  if (at < 0) return;
  throw new MalformedBatchError(
    `elements[${at}].index`,
    `is not ${first + at}, the next in the row`,
  );
}

function refuse(issue: v.BaseIssue<unknown>): MalformedBatchError {
  const place = (issue.path ?? []).reduce(
    (path, { key }) =>
      typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key),
    '',
  );
  return new MalformedBatchError(place || 'batch', reasonOf(issue));
}

/** What is wrong, without the value itself: it may be long, and it is a stranger's. */
function reasonOf({ message, received, type }: v.BaseIssue<unknown>): string {
  if (/^(is|has) /.test(message)) return message;
  if (type === 'object' && received === 'undefined') return 'is missing';
  return `is no ${type}`;
}
