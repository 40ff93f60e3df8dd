import { stampSentAt } from '../schema/wire/encode.ts';
import { ViewKind } from '../schema/wire/events.ts';
import { toBase64 } from '../schema/wire/outgoing.ts';
import { thinMoves } from './extra/thin-moves.ts';
import { makeHost } from './host.ts';
import { describePage } from './page-block.ts';
import { makeRecorder } from './recorder.ts';

import { recordMoves } from './signals/moves.ts';
import { recordPresses } from './signals/presses.ts';
import { makeFakePage } from './virtual/fake-page.ts';
import { makeVirtualClock } from './virtual/virtual-clock.ts';

/** One row of recorded pointer data, in file order. */
export interface PointerRow {
  /** Whole ms from the recording's start. */
  readonly tMs: number;
  /** `none`: the time counts as activity, the position says nothing (a wheel notch, an invalid row). */
  readonly kind: 'move' | 'down' | 'up' | 'cancel' | 'none';
  /** Page px. Any number for `none`. */
  readonly x: number;
  readonly y: number;
  /** The page from this row on, where it changes: opens a new view. */
  readonly url?: string | undefined;
}

export interface VirtualOptions {
  readonly site: string;
  /** 16 characters of base64url each. */
  readonly session: string;
  readonly visitor: string;
  /** Gives a view's id, 8 characters of base64url. `index` counts from 0. */
  readonly makeViewId: (index: number) => string;
  /** The date of the first row, ms since 1970. */
  readonly startedAt: number;
  /** Of the first page. */
  readonly url: string;
  readonly viewportWidth: number;
  readonly viewportHeight: number;
  /** Time between two samples, ms; 0 keeps every move, one for one. Default 50. */
  readonly sampleMs?: number | undefined;
  readonly sampleRate?: number | undefined;
  readonly sampling?: 'interval' | 'adaptive' | undefined;
  readonly user?: string | undefined;
}

/**
 * Plays recorded pointer rows through the tracker's own signals (movement, presses) on a virtual clock and a bare
 * page. The first row opens the first view; the last row is the last activity. There is no idle split and nothing
 * watches for reactions, as there is no page to react.
 *
 * @returns packed batches in order, cut every 2 s of virtual time and at the size limits. Where a batch has a page
 * block, `sentAt` is its virtual time of packing; `stampSentAt` may set another.
 */
export function* recordRows(
  rows: Iterable<PointerRow>,
  options: VirtualOptions,
): Generator<Uint8Array<ArrayBuffer>> {
  let packed: Uint8Array<ArrayBuffer>[] = [];
  let pipeline: ReturnType<typeof makePipeline> | undefined;
  for (const row of rows) {
    pipeline ??= makePipeline(options, row.tMs, (batch) => packed.push(batch));
    pipeline.play(row);
    yield* packed;
    packed = [];
  }
  pipeline?.end();
  yield* packed;
}

function makePipeline(
  options: VirtualOptions,
  firstMs: number,
  send: (packed: Uint8Array<ArrayBuffer>) => void,
) {
  const isAdaptive = options.sampling === 'adaptive';
  const clock = makeVirtualClock(options.startedAt);
  const fake = makeFakePage(
    { width: options.viewportWidth, height: options.viewportHeight },
    options.url,
  );
  const recorder = makeRecorder(
    makeHost(fake.page, clock, () => true),
    {
      fullness: () => 0,
      send: (batch) => {
        stampSentAt(batch, clock.date());
        send(batch);
      },
      thin: isAdaptive ? thinMoves : undefined,
    },
  );
  recordMoves(recorder, {
    sampleMs: isAdaptive ? 0 : (options.sampleMs ?? 50),
    sampleRate: options.sampleRate ?? 1,
  });
  recordPresses(recorder);

  let views = 0;
  const open = (kind: number) => {
    const { site, user = '' } = options;
    const ids = {
      session: toBase64(options.session),
      visitor: toBase64(options.visitor),
      view: toBase64(options.makeViewId(views++)),
    };
    const page = describePage(fake.page, clock.date(), kind, '', user, []);
    recorder.open({ site, ...ids }, page);
  };
  open(ViewKind.load);

  return {
    play: ({ tMs, kind, x, y, url }: PointerRow) => {
      clock.moveTo(tMs - firstMs);
      if (url !== undefined) {
        recorder.leave(true);
        fake.setUrl(url);
        open(ViewKind.push);
      }
      recorder.touch(clock.now());
      if (kind !== 'none')
        fake.dispatch(kind === 'cancel' ? 'pointercancel' : pointer[kind], x, y, clock.now());
    },
    end: () => recorder.leave(true),
  };
}

const pointer = { move: 'pointermove', down: 'pointerdown', up: 'pointerup' } as const;
