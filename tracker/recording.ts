import { ViewKind } from '../schema/wire/events.ts';
import { isMarked } from './element.ts';
import type { LoadExtra } from './extra/load-extra.ts';
import { makeBrowserClock, makeHost, type Page } from './host.ts';
import { makeId } from './ids.ts';
import { describePage } from './page-block.ts';
import type { TrackerOptions } from './public-types.ts';
import { makeRecorder, type Recorder } from './recorder.ts';
import { touchSession } from './session.ts';
import { startSignals } from './signals/signals.ts';
import { findLoadKind } from './signals/views.ts';
import { openStore } from './store.ts';
import { makeOutbox } from './transport/outbox.ts';
import { renewView, type ViewRim } from './view.ts';

/** Activity of other tabs is looked for this often at most, and what other pages left to send, ms. */
const checkMs = 5_000;

/** What only a visitor does: pages scroll by themselves, too. */
const activity = 'pointermove pointerdown keydown wheel touchstart';

export interface Recording {
  readonly recorder: Recorder;
  readonly start: () => void;
  /** Stops at once, and forgets what is not yet sent. */
  readonly stop: () => void;
}

/** All parts of the tracker, put together on a page. `getUser` gives whom the site identified, or nothing. */
export function makeRecording(
  page: Page,
  options: TrackerOptions,
  getUser: () => string,
  loadExtra: LoadExtra,
): Recording {
  const { apiUrl, site = '', sessionRate = 1 } = options;
  const params = `${options.params}`.split(',');
  const clock = makeBrowserClock(page);
  const { date, now, after } = clock;
  const store = options.cookieless ? {} : openStore(page);
  const url = `${apiUrl}/v1/batches`;
  let isOn = false;
  let session = '';
  let checkedAt = 0;

  const outbox = makeOutbox(page, clock, store, url, (view) => {
    if (recorder.view?.view === view) renewView(recorder.view, rim);
  });
  const rim: ViewRim = { fullness: outbox.fullness, send: outbox.add };
  const isHeard = (event: Event) => isOn && !isMarked(event, 'ignore');
  const host = makeHost(page, clock, isHeard);
  const recorder = makeRecorder(host, rim);

  const open = (kind: number, referrer: string) => {
    recorder.leave(true);
    const ids = touchSession(store, date(), sessionRate);
    session = ids.session;
    if (!ids.isChosen) return;
    const block = describePage(page, date(), kind, referrer, getUser(), params);
    recorder.open({ ...ids, site: `${site}`, view: makeId(6) }, block);
  };
  const touch = () => {
    if (now() - checkedAt > checkMs) {
      checkedAt = now();
      if (touchSession(store, date(), sessionRate).session !== session) open(ViewKind.load, '');
    }
    if (recorder.view) recorder.view.activeMs = recorder.t();
  };
  const adopt = () => {
    if (isOn) outbox.adopt();
    after(checkMs, adopt);
  };

  makeHost(page, clock, () => isOn).on(activity, touch);
  const moves = startSignals(recorder, options, params, url, open, outbox.leave);
  after(checkMs, adopt);
  if (options.sampling || options.transport || options.debug) {
    loadExtra().then(
      ({ extend }) => extend({ page, options, rim, moves, outbox }),
      // Without it, all goes on as by default.
      () => {},
    );
  }
  return {
    recorder,
    start: () => {
      if (isOn) return;
      isOn = true;
      open(findLoadKind(page), page.document.referrer);
    },
    stop: () => {
      isOn = false;
      recorder.view = undefined;
      outbox.empty();
    },
  };
}
