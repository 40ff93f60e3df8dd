import type { ElementInfo } from '../../schema/wire/batch.ts';
import { elementStrings } from '../../schema/wire/batch.ts';
import { encodeBatch, stampSentAt } from '../../schema/wire/encode.ts';
import {
  type EventTuple,
  type EventType,
  eventShapes,
  type WireEventOf,
} from '../../schema/wire/events.ts';
import { toBase64 } from '../../schema/wire/outgoing.ts';

/** Who looks at what: everything a test cares to say of a page view; the rest is a plain desktop visit. */
export interface ViewSetting {
  readonly site?: string;
  /** Any text: it becomes an id of the right form, the same text always the same id. */
  readonly session: string;
  readonly visitor: string;
  readonly view?: string;
  /** The browser's clock at the view's start, ms since 1970; `sentAt` is the same unless told. */
  readonly startedAt: number;
  readonly sentAt?: number;
  readonly url?: string;
  readonly referrer?: string;
  readonly user?: string;
  readonly kind?: number;
  readonly viewportWidth?: number;
  readonly viewportHeight?: number;
  readonly documentWidth?: number;
  readonly documentHeight?: number;
  readonly touch?: number;
  readonly automated?: number;
}

/** The fields of an event but its type; all but `t` may be left out (0 or '', and -1 for `element` and `press`). */
type EventSetting<K extends EventType> = { readonly t: number } & Partial<
  Omit<WireEventOf<K>, 'type' | 't'>
>;

/** A page view as a test writes it down; `take` packs what was written since the last `take`. */
export interface ViewScript {
  readonly sessionId: string;
  readonly visitorId: string;
  readonly viewId: string;
  /** Describes an element and returns its index. */
  element(element: Partial<ElementInfo> & { readonly tag: string }): number;
  move(t: number, x: number, y: number): ViewScript;
  event<K extends EventType>(type: K, fields: EventSetting<K>): ViewScript;
  /** A press with a number of its own, and, where `reaction` is given, what answered it. Returns the number. */
  press(fields: EventSetting<'press'>, reaction?: Partial<WireEventOf<'reaction'>>): number;
  /** What the browser had to drop: told with the next batch. */
  lose(moves: number, events: number): ViewScript;
  /** Seen until here: the view's last activity, ms from its start. */
  until(activeMs: number): ViewScript;
  /** The next batch of the view, packed as the tracker packs it. */
  take(): Uint8Array<ArrayBuffer>;
}

const noElement = new Set(['element', 'press']);

export function makeView(setting: ViewSetting): ViewScript {
  const sessionId = makeId(setting.session, 16);
  const visitorId = makeId(setting.visitor, 16);
  const viewId = makeId(setting.view ?? 'view', 8);
  let seq = 0;
  let presses = 0;
  let activeMs = 0;
  let described = 0;
  let elements: string[][] = [];
  let moves: number[] = [];
  let events: EventTuple[] = [];
  let lost = { lostMoves: 0, lostEvents: 0 };
  const script: ViewScript = {
    sessionId,
    visitorId,
    viewId,
    element: (element) =>
      elements.push(elementStrings.map((name) => element[name] ?? '')) - 1 + described,
    move: (t, x, y) => {
      moves.push(t, x, y);
      activeMs = Math.max(activeMs, t);
      return script;
    },
    event: (type, fields) => {
      events.push(makeTuple(type, fields));
      activeMs = Math.max(activeMs, fields.t);
      return script;
    },
    press: (fields, reaction) => {
      const press = presses++;
      script.event('press', { element: -1, pointer: 0, ...fields, press });
      if (reaction) script.event('reaction', { t: fields.t, ...reaction, press });
      return press;
    },
    lose: (lostMoves, lostEvents) => {
      lost = { lostMoves, lostEvents };
      return script;
    },
    until: (t) => {
      activeMs = Math.max(activeMs, t);
      return script;
    },
    take: () => {
      const packed = encodeBatch({
        site: setting.site ?? 'shop',
        session: toBase64(sessionId),
        visitor: toBase64(visitorId),
        view: toBase64(viewId),
        seq,
        activeMs,
        ...lost,
        page: seq === 0 ? makePage(setting) : undefined,
        firstElement: described,
        elements,
        moves,
        events,
      });
      stampSentAt(packed, setting.sentAt ?? setting.startedAt + activeMs);
      seq++;
      described += elements.length;
      elements = [];
      moves = [];
      events = [];
      lost = { lostMoves: 0, lostEvents: 0 };
      return packed;
    },
  };
  return script;
}

/** An id of the wire's form (base64url) that begins with a readable part of `text` and is unique to it. */
export function makeId(text: string, length: 8 | 16): string {
  let hash = 0n;
  for (const char of text)
    hash = (hash * 1_000_003n + BigInt(char.codePointAt(0) ?? 0)) % 64n ** 5n;
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let tail = '';
  for (let i = 0; i < 5; i++) {
    tail += digits[Number(hash % 64n)];
    hash /= 64n;
  }
  const head = text.replaceAll(/[^\w-]/g, '_').slice(0, length - 5);
  return `${head.padEnd(length - 5, '-')}${tail}`;
}

function makeTuple<K extends EventType>(type: K, fields: EventSetting<K>): EventTuple {
  const { code, numbers, strings } = eventShapes[type];
  const values: Readonly<Record<string, unknown>> = fields;
  return [
    code,
    fields.t,
    ...numbers.map((name) => values[name] ?? (noElement.has(name) ? -1 : 0)),
    ...strings.map((name) => values[name] ?? ''),
  ] as unknown as EventTuple;
}

function makePage(setting: ViewSetting): (number | string)[] {
  return [
    setting.startedAt,
    setting.kind ?? 0,
    setting.viewportWidth ?? 1200,
    setting.viewportHeight ?? 800,
    setting.documentWidth ?? 1200,
    setting.documentHeight ?? 2000,
    setting.touch ?? 0,
    setting.automated ?? 0,
    setting.url ?? 'https://shop.test/',
    setting.referrer ?? '',
    setting.user ?? '',
  ];
}

/** A packed batch as the collector hands it over: a value of the GraphQL scalar `Batch`. */
export function makeArrival(
  packed: Uint8Array,
  arrival: { readonly receivedAt: number; readonly device?: 'desktop' | 'tablet' | 'mobile' },
) {
  return {
    body: Buffer.from(packed).toString('base64'),
    receivedAt: arrival.receivedAt,
    country: 'DE',
    region: '',
    browser: 'Firefox',
    os: 'Linux',
    device: arrival.device ?? 'desktop',
    automated: false,
  };
}
