import { createMemo, Show } from 'solid-js';
import { SaveCanvas } from '../export/SaveCanvas.tsx';
import { createSpot } from '../insights/create-spot.ts';
import { SessionInsights } from '../insights/SessionInsights.tsx';
import { SpotLine } from '../insights/SpotLine.tsx';
import { ReplayControls } from '../replay/ReplayControls.tsx';
import { useSite } from '../site/site-context.ts';
import { findMarks } from '../trail/mark.ts';
import { ShapeNote } from '../trail/ShapeNote.tsx';
import { TrailCanvas } from '../trail/TrailCanvas.tsx';
import { emptyTrail } from '../trail/view-trail.ts';
import { createPlayer } from './create-player.ts';
import type { SessionState } from './create-session.ts';
import { createShape } from './create-shape.ts';
import { describePicture } from './describe-picture.ts';
import { EventList } from './EventList.tsx';
import { LayerSwitches } from './LayerSwitches.tsx';
import { PageList } from './PageList.tsx';
import { scrubberMarks } from './session-activity.ts';
import { scrollTopAt } from './session-events.ts';
import { pageSize, type VisitedPage } from './session-pages.ts';
import { TrailTable } from './TrailTable.tsx';

/** The canvas, its replay, and beside it the pages and events. */
export function SessionPlayer(props: { readonly session: SessionState }) {
  const player = createPlayer(props.session);
  const { replay, pages, page } = player;
  const { siteId } = useSite();
  const { spot, show } = createSpot(() => props.session.trail(), replay.atMs);
  let section!: HTMLElement;
  const shape = createShape(
    () => ({ session: props.session.facts()?.sessionId ?? '', site: siteId() }),
    () => page()?.viewId,
    () => props.session.facts()?.version,
  );
  const marks = createMemo(() => findMarks(props.session.events()));
  const marksHere = createMemo(() => marks().filter((mark) => mark.viewId === page()?.viewId));
  const seen = ({ viewId, visit }: VisitedPage) => {
    const at = replay.atMs();
    if (at === null) return null;
    const top = scrollTopAt(props.session.events(), viewId, at);
    return { width: visit.viewportWidth, height: visit.viewportHeight, top };
  };
  let main!: HTMLDivElement;
  return (
    <>
      <section class="player" aria-label="Trail and replay" ref={section}>
        <div class="player-main" ref={main}>
          <div class="row player-head">
            <LayerSwitches shown={player.layers()} marks={marks()} onChange={player.setLayers} />
            <SaveCanvas name="trail" find={() => main.querySelector('canvas')} />
          </div>
          <Show when={page()} fallback={<div class="trail-stage" aria-hidden="true" />}>
            {(current) => (
              <TrailCanvas
                viewId={current().viewId}
                page={pageSize(current())}
                viewportHeight={current().visit.viewportHeight}
                shape={shape() ?? null}
                trail={props.session.trail().get(current().viewId) ?? emptyTrail}
                marks={marksHere()}
                layers={player.layers()}
                atMs={replay.atMs()}
                seen={seen(current())}
                spot={spot()?.at ?? null}
                label={describePicture(current(), props.session.trail(), marksHere())}
                onPick={(mark) => replay.seek(mark.tMs)}
              />
            )}
          </Show>
          <SpotLine spot={spot()} />
          <ShapeNote shape={shape()} viewId={page()?.viewId ?? ''} />
          <ReplayControls
            replay={replay}
            endMs={player.endMs()}
            marks={scrubberMarks(marks(), pages())}
          />
          <TrailTable pages={pages()} trail={props.session.trail()} marks={marks()} />
        </div>
        <aside class="player-side" aria-label="Pages and events">
          <PageList pages={pages()} shown={page()?.viewId} onChoose={player.choosePage} />
          <EventList
            events={props.session.events()}
            kinds={player.kinds()}
            atMs={replay.atMs()}
            onKinds={player.setKinds}
            onSeek={replay.seek}
          />
        </aside>
      </section>
      <SessionInsights
        session={props.session.facts()?.sessionId}
        site={siteId()}
        trail={props.session.trail()}
        onShow={(evidence) => {
          replay.pause();
          replay.seek(evidence.tMs);
          show(evidence);
          section.scrollIntoView();
        }}
      />
    </>
  );
}
