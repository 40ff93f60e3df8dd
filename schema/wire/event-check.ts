import * as v from 'valibot';
import { limits } from '../limits.ts';
import {
  type EventType,
  eventShapes,
  FormState,
  Pointer,
  ReactionKind,
  Visibility,
  type WireEvent,
} from './events.ts';
import { cutProperties } from './text.ts';
import { type Range, ranges, text, whole } from './values.ts';
import { cutBoxes } from './wireframe.ts';

type Shape = (typeof eventShapes)[EventType];

const codesOf = (codes: Record<string, number>): Range => [0, Math.max(...Object.values(codes))];

/** What each number of an event may be, by its name: a new signal with known names needs nothing here. */
const rangeOf: Record<Shape['numbers'][number], Range> = {
  press: [0, ranges.count[1]],
  element: [-1, limits.elementsPerView - 1],
  x: ranges.px,
  y: ranges.px,
  viewportX: ranges.px,
  viewportY: ranges.px,
  // A press may lie outside the box of the element that it belongs to, far outside a tiny one.
  elementXMyriad: [-1e10, 1e10],
  elementYMyriad: [-1e10, 1e10],
  elementWidth: ranges.size,
  elementHeight: ranges.size,
  viewportWidth: ranges.size,
  viewportHeight: ranges.size,
  documentWidth: ranges.size,
  documentHeight: ranges.size,
  height: ranges.size,
  viewport: ranges.size,
  pointer: codesOf(Pointer),
  flags: ranges.bits,
  // 2 to 12 once told why.
  exempt: [0, 12],
  kind: codesOf(ReactionKind),
  afterMs: ranges.ms,
  causes: ranges.bits,
  networkMs: ranges.ms,
  durationMs: ranges.ms,
  clicked: ranges.flag,
  state: codesOf(Visibility),
  presses: ranges.count,
  shortestIntervalMs: ranges.ms,
  longestIntervalMs: ranges.ms,
  line: ranges.count,
  column: ranges.count,
  order: [0, ranges.count[1]],
  hesitationMs: [-1, ranges.ms[1]],
  changes: ranges.count,
  corrections: ranges.count,
  refilled: ranges.flag,
};

/** What plain JSON may leave out, and what it then means: nothing of the kind. */
const missing: Partial<Record<Shape['numbers'][number], number>> = {
  element: -1,
  pointer: Pointer.mouse,
  flags: 0,
  exempt: 0,
  causes: 0,
  networkMs: 0,
  order: 0,
  hesitationMs: -1,
  changes: 0,
  corrections: 0,
  refilled: 0,
};

const charsOf: Record<Shape['strings'][number], number> = {
  message: limits.errorChars,
  source: limits.errorChars,
  user: limits.userChars,
  name: limits.customNameChars,
  properties: limits.propertiesChars,
  form: limits.formChars,
  field: limits.formChars,
  fieldType: limits.fieldTypeChars,
  boxes: limits.boxesChars,
};

const properties = v.optional(
  v.pipe(
    v.string('is not a text'),
    v.transform((json) => (json === '' ? '{}' : cutProperties(json, limits.propertiesChars))),
    v.string('is not a flat JSON object of plain values'),
  ),
  '{}',
);

const boxes = v.pipe(
  v.string('is not a text'),
  v.transform((text) => cutBoxes(text, limits.boxesChars)),
  v.string('is not a list of boxes'),
);
/** Texts that mean something, and so are not cut anywhere. */
const structured: Partial<Record<string, v.GenericSchema>> = { properties, boxes };

/** Where a name means something else in one type of event. */
const rangesOwn: Partial<Record<EventType, Partial<Record<Shape['numbers'][number], Range>>>> = {
  // An error can come before any press, and then has none.
  error: { press: [-1, ranges.count[1]] },
  form: { state: codesOf(FormState) },
};

function makeEventSchema(type: EventType) {
  const { numbers, strings }: { numbers: readonly string[]; strings: readonly string[] } =
    eventShapes[type];
  const number = (name: string) => {
    const known = name as Shape['numbers'][number];
    const range = rangesOwn[type]?.[known] ?? rangeOf[known];
    const fallback = type === 'error' && name === 'press' ? -1 : missing[known];
    return fallback === undefined ? whole(range) : v.optional(whole(range), fallback);
  };
  const string = (name: string) =>
    structured[name] ?? text(charsOf[name as Shape['strings'][number]]);
  return v.object({
    type: v.literal(type),
    t: whole(ranges.ms),
    ...Object.fromEntries(numbers.map((name) => [name, number(name)])),
    ...Object.fromEntries(strings.map((name) => [name, string(name)])),
  });
}

const schemaByType = new Map<unknown, v.GenericSchema>(
  (Object.keys(eventShapes) as EventType[]).map((type) => [type, makeEventSchema(type)]),
);
/** Refuses whatever it is given: the known types have their own schemas. */
const unknownType = v.object(
  { type: v.optional(v.picklist(Object.keys(eventShapes), 'is no known type of event'), '') },
  'is no event',
);

/** One event in its plain form, looked up by `type`. */
export const eventSchema = v.lazy(
  (input) => schemaByType.get((input as WireEvent | null)?.type) ?? unknownType,
) as v.GenericSchema<unknown, WireEvent>;
