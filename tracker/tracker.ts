import { limits } from '../schema/limits.ts';
import { followExclusionLink, isRefused, optOutKey, setOptedOut } from './consent.ts';
import type { LoadExtra } from './extra/load-extra.ts';
import { guard, type Page } from './host.ts';
import type { Tracker, TrackerOptions } from './public-types.ts';
import type { LoadJudge } from './reactions/evidence.ts';
import { makeRecording, type Recording } from './recording.ts';
import { recordCustom } from './signals/custom.ts';
import { openStore } from './store.ts';

type TrackedPage = Page & { trailgraph?: Tracker };

/** A page has one tracker: a second one, and a second script tag, do nothing. */
export function makeTracker(
  options: TrackerOptions,
  loadExtra: LoadExtra,
  loadJudge: LoadJudge,
): Tracker {
  let recording: Recording | undefined;
  let user = '';

  const start = () => {
    const page: TrackedPage = window;
    const store = openStore();
    followExclusionLink(store);
    page.trailgraph ??= tracker;
    if (page.trailgraph !== tracker || isRefused() || store[optOutKey]) return;
    recording ??= makeRecording(options, () => user, loadExtra, loadJudge);
    recording.start();
  };
  const tracker: Tracker = {
    init: guard(start),
    identify: guard((name) => {
      user = `${name}`.slice(0, limits.userChars);
      recording?.recorder.record([9, recording.recorder.t(), user]);
    }),
    track: guard((name, properties) => {
      if (recording) recordCustom(recording.recorder, name, properties);
    }),
    optOut: guard(() => {
      recording?.stop();
      setOptedOut(openStore(), true);
    }),
    optIn: guard(() => {
      setOptedOut(openStore(), false);
      start();
    }),
  };
  return tracker;
}
