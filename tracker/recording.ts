import { ViewKind } from '../schema/wire/events.ts';
import { extendWhenNeeded, type LoadExtra } from './extra/load-extra.ts';
import { browserClock, makeHost } from './host.ts';
import { makeId } from './ids.ts';
import { describePage } from './page-block.ts';
import type { TrackerOptions } from './public-types.ts';
import type { LoadJudge } from './reactions/evidence.ts';
import { makeRecorder, type Recorder } from './recorder.ts';
import { touchSession } from './session.ts';
import { startSignals } from './signals/signals.ts';
import { findLoadKind } from './signals/views.ts';
import { openStore, prefix } from './store.ts';
import { makeOutbox } from './transport/outbox.ts';

/** Activity of other tabs is looked for this often at most, and what other pages left to send, ms. */
const checkMs = 5_000;
/** What only a visitor does: pages scroll by themselves, too. */
const activity = 'pointerdown keydown wheel touchstart';

export interface Recording {
  readonly recorder: Recorder;
  readonly start: () => void;
  /** Stops at once, and forgets what is not yet sent. */
  readonly stop: () => void;
}

/** What a tracker works by: the site's options, with defaults for those left out. */
export type Settings = TrackerOptions & { sampleMs: number; readonly sampleRate: number };

/** All parts of the tracker, put together on a page. `getUser` gives whom the site identified, or nothing. */
export function makeRecording(
  options: TrackerOptions,
  getUser: () => string,
  loadExtra: LoadExtra,
  loadJudge: LoadJudge,
): Recording {
  const { sampleMs = 50, sampleRate = 1, trackMouseMove = true } = options;
  const settings: Settings = { ...options, sampleMs, sampleRate: +trackMouseMove && sampleRate };
  const { apiUrl, site = '', sessionRate = 1, sampling, transport, debug } = settings;
  const params = `${settings.params}`.split(',');
  const { date, after } = browserClock;
  const url = `${apiUrl}/v1/batches`;
  let store = settings.cookieless ? {} : openStore();
  let isOn = false;
  let session = '';
  let checkedAt = 0;
  try {
    store[prefix] ??= '';
  } catch {
    // Full.
    store = {};
  }

  // What a view has told is not complete once a batch is refused: the next activity opens another.
  const outbox = makeOutbox(window, browserClock, store, url, (view) => {
    if (recorder.view.view === view) session = '';
  });
  const recorder = makeRecorder(
    makeHost(window, browserClock, () => isOn),
    outbox,
  );

  const open = (kind: number, referrer: string) => {
    recorder.leave(true);
    const ids = touchSession(store, date(), sessionRate);
    session = ids.session;
    if (!ids.isChosen) return;
    const block = describePage(window, date(), kind, referrer, getUser(), params);
    recorder.open({ ...ids, site: `${site}`, view: makeId(8) }, block);
  };
  const { touch } = recorder;
  recorder.touch = (at) => {
    if (!isOn) return;
    if (!session || Math.abs(at - checkedAt) > checkMs) {
      checkedAt = at;
      if (touchSession(store, date(), sessionRate).session !== session) open(ViewKind.load, '');
    }
    touch(at);
  };
  const adopt = (afterMs: number) =>
    after(afterMs, () => {
      if (isOn) outbox.adopt();
      adopt(60_000);
    });

  recorder.hear(activity, ({ timeStamp }) => recorder.touch(timeStamp));
  startSignals(recorder, settings, params, open, outbox.leave, loadJudge);
  adopt(10_000);
  extendWhenNeeded(loadExtra, sampling || transport || debug, window, settings, outbox, recorder);
  return {
    recorder,
    start: () => {
      if (isOn) return;
      isOn = true;
      open(findLoadKind(), document.referrer);
    },
    stop: () => {
      isOn = recorder.isOpen = false;
      outbox.empty();
    },
  };
}
