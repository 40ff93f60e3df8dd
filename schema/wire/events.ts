/**
 * The wire's events, each a short tuple: code, time, whole numbers, then strings, in the order given here.
 * A new signal adds one line here, one file in `tracker/`, one projection and one GraphQL type in `api/`.
 *
 * Units: px are CSS px, `…Ms` milliseconds, `…Myriad` ten-thousandths of the element's side. `element` is
 * an index into the view's element table, -1 where there is none (or the window itself).
 */
export const eventShapes = {
  /** A primary press. `press` counts a view's presses from 0; `x`, `y` are page px. Flags: {@link PressFlag}; `exempt` is 0 where the press is judged. */
  press: {
    code: 1,
    numbers: [
      'press',
      'element',
      'x',
      'y',
      'viewportX',
      'viewportY',
      'elementXMyriad',
      'elementYMyriad',
      'elementWidth',
      'elementHeight',
      'viewportWidth',
      'viewportHeight',
      'pointer',
      'flags',
      'exempt',
    ],
    strings: [],
  },
  /**
   * What answered a press. Several for one press merge: strongest `kind`, least `afterMs`, all `causes`.
   * `networkMs`: when a request that the press started ended, counted from the press; 0 for none.
   */
  reaction: {
    code: 2,
    numbers: ['press', 'kind', 'afterMs', 'causes', 'networkMs'],
    strings: [],
  },
  /** The pointer rested on an element; `t` is its start, `clicked` 1 where it ended in a press. */
  hover: { code: 3, numbers: ['element', 'durationMs', 'clicked'], strings: [] },
  /** A scroll position: every turning point, and samples between. Heights in px: all of it, and what is seen. */
  scroll: { code: 4, numbers: ['element', 'y', 'height', 'viewport'], strings: [] },
  /** {@link Visibility} of the tab. */
  visibility: { code: 5, numbers: ['state'], strings: [] },
  /** One burst of typing (no pause over 2 s); `t` is its start. Timing only, never what was typed. */
  typing: {
    code: 6,
    numbers: ['presses', 'durationMs', 'shortestIntervalMs', 'longestIntervalMs'],
    strings: [],
  },
  /** An uncaught JavaScript error; `press` is the press before it, -1 for none. */
  error: { code: 7, numbers: ['press', 'line', 'column'], strings: ['message', 'source'] },
  /** The window or the document took another size. */
  resize: {
    code: 8,
    numbers: ['viewportWidth', 'viewportHeight', 'documentWidth', 'documentHeight'],
    strings: [],
  },
  /** The site told who the visitor is. */
  identify: { code: 9, numbers: [], strings: ['user'] },
  /** A custom event; `properties` is a flat JSON object of small plain values. */
  custom: { code: 10, numbers: [], strings: ['name', 'properties'] },
  /** A touch or pen stroke that the browser took for scrolling or zooming: no click. */
  swipe: { code: 11, numbers: ['pointer', 'x', 'y'], strings: [] },
  /**
   * Something about a form, or one of its fields: a {@link FormState}. Forms and fields are known by their names or ids, fields
   * by their type, too; `order` counts a form's fields from 0. `form` is empty for the fields outside forms. Never a value.
   */
  form: { code: 12, numbers: ['state', 'order'], strings: ['form', 'field', 'fieldType'] },
  /**
   * A visit to a field, from focus to blur; `t` is its start. `hesitationMs` lies between focus and the first input, -1 without
   * one. `corrections` counts runs of deleting, never what was deleted; `refilled` is 1 where it had been filled in before.
   */
  field: {
    code: 13,
    numbers: ['order', 'durationMs', 'hesitationMs', 'changes', 'corrections', 'refilled'],
    strings: ['form', 'field', 'fieldType'],
  },
  /**
   * The shape of the page, as `wireframe.ts` packs it: boxes of its visible elements, without what they say or show. Once a visitor,
   * page and shape, from some sessions only. Sizes in px when it was taken.
   */
  wireframe: {
    code: 14,
    numbers: ['viewportWidth', 'viewportHeight', 'documentWidth', 'documentHeight'],
    strings: ['boxes'],
  },
} as const;

export type EventType = keyof typeof eventShapes;

type Shape<K extends EventType> = (typeof eventShapes)[K];

/** The plain form of one event, as JSON clients send it and the API reads it. */
export type WireEventOf<K extends EventType> = {
  readonly [P in K]: {
    readonly type: P;
    /** Milliseconds from the view's start. */
    readonly t: number;
  } & { readonly [N in Shape<P>['numbers'][number]]: number } & {
    readonly [S in Shape<P>['strings'][number]]: string;
  };
}[K];
export type WireEvent = WireEventOf<EventType>;

type Each<T extends readonly unknown[], V> = { -readonly [I in keyof T]: V };
/** The packed form of one event: `[code, t, ...numbers, ...strings]`. */
export type EventTupleOf<K extends EventType> = [
  code: Shape<K>['code'],
  t: number,
  ...Each<Shape<K>['numbers'], number>,
  ...Each<Shape<K>['strings'], string>,
];
export type EventTuple = { [K in EventType]: EventTupleOf<K> }[EventType];

/** `press.flags`, bits. */
export const PressFlag = {
  /** The pointer moved more than 4 px before it was released. */
  drag: 1,
  /** The element looks as if it could be pressed (role, tag, cursor, handler attribute). */
  interactive: 2,
  /** `data-trail-no-rage` here or above. */
  noRage: 4,
} as const;

/** `press.pointer` and `swipe.pointer`. */
export const Pointer = { mouse: 0, touch: 1, pen: 2, keyboard: 3 } as const;

/** `reaction.kind`, weakest first except `unknown`: the page was left before a verdict. */
export const ReactionKind = { none: 0, weak: 1, strong: 2, unknown: 3 } as const;

/** `reaction.causes`, bits: what was seen. */
export const Cause = {
  nodes: 1,
  attribute: 2,
  input: 4,
  submit: 8,
  toggle: 16,
  media: 32,
  copy: 64,
  selection: 128,
  scroll: 256,
  navigation: 512,
  hide: 1024,
  blur: 2048,
  styleReverted: 4096,
  focus: 8192,
  alreadyChanging: 16384,
} as const;

/** `visibility.state`. */
export const Visibility = { hidden: 0, shown: 1, closed: 2 } as const;

/** `form.state`. */
export const FormState = {
  /** The form has this field: told for all of them when the first one gets the focus. */
  field: 0,
  /** The form was submitted. `field` is empty. */
  submit: 1,
  /** At the submission or attempt right before, this field was blank. */
  blank: 2,
  /** A submission was tried while the browser held fields for invalid. `field` is empty. */
  refused: 3,
} as const;

/** What an element of a wireframe is. */
export const BoxKind = {
  /** It paints something: a background, a border. */
  block: 0,
  text: 1,
  heading: 2,
  /** A picture, a film, a frame. */
  image: 3,
  /** A link, a button, a field. */
  control: 4,
} as const;

/** `page.kind`: how a view began. */
export const ViewKind = {
  load: 0,
  reload: 1,
  backForward: 2,
  push: 3,
  replace: 4,
  pop: 5,
  hash: 6,
} as const;
