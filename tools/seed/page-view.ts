import { makeView, type ViewScript } from '../../api/testing/make-batch.ts';
import { Visibility } from '../../schema/wire/events.ts';
import { hasWireframes } from '../../tracker/extra/wireframe-lot.ts';
import type { Chance } from './chance.ts';
import type { Person } from './people.ts';
import type { Box, ShopElement, ShopLayout } from './shop-layout.ts';

/** A batch of somebody's visit, as the edge would get it. */
export interface SeededBatch {
  readonly packed: Uint8Array<ArrayBuffer>;
  /** ms since 1970. */
  readonly sentAt: number;
  readonly userAgent: string;
  readonly country: string;
}

/** A page as somebody has it before them. */
export interface PageView {
  readonly path: string;
  readonly script: ViewScript;
  /** px. */
  readonly height: number;
  readonly windowWidth: number;
  readonly windowHeight: number;
  /** Those of a part that show at this width. */
  readonly parts: (part: string) => readonly SeenElement[];
  /** The element's number in the view; described to the API when it is first asked for. */
  readonly indexOf: (element: SeenElement) => number;
  /** Packs what happened up to `t` where it is enough for a batch. */
  readonly pack: (t: number) => void;
  /** The tab is closed or another page comes: all that is left is packed. */
  readonly end: (t: number) => void;
}

export interface SeenElement extends ShopElement {
  readonly box: Box;
}

export interface ViewStart {
  readonly site: string;
  readonly session: string;
  readonly view: string;
  readonly path: string;
  readonly kind: number;
  readonly startedAt: number;
  readonly referrer: string;
  readonly user: string;
}

export const shopOrigin = 'https://norrby.example';
/** A page's shape is told once it stands still, ms. */
const calmMs = 1_000;
/** Of movement, in a batch: far below its 16 kB. The tracker sends every two seconds; numbers do not depend on it. */
const samplesABatch = 1_200;

export function openView(
  start: ViewStart,
  person: Person,
  layout: ShopLayout,
  take: (batch: SeededBatch) => void,
): PageView {
  const { device, country, visitor } = person;
  const page = layout.pages.find(({ path }) => path === start.path.split('#')[0]);
  const at = layout.widths.indexOf(device.width);
  const height = page?.heights[at];
  if (!page || !height) throw new Error(`${start.path} was not measured at ${device.width} px.`);
  const script = makeView({
    ...start,
    visitor,
    url: shopOrigin + start.path,
    viewportWidth: device.width,
    viewportHeight: device.height,
    documentWidth: device.width,
    documentHeight: height,
    touch: device.touch ? 1 : 0,
  });
  const tellShape = () => {
    const boxes = page.shapes?.[at];
    if (!boxes || !hasWireframes(start.session)) return;
    script.event('wireframe', {
      t: calmMs,
      viewportWidth: device.width,
      viewportHeight: device.height,
      documentWidth: device.width,
      documentHeight: height,
      boxes,
    });
  };
  const seen = page.elements.flatMap((element) => {
    const box = element.boxes[at];
    return box ? [{ ...element, box }] : [];
  });
  const indexes = new Map<SeenElement, number>();
  let packedMoves = 0;
  let moves = 0;
  const pack = (t: number) => {
    script.until(Math.round(t));
    const sentAt = start.startedAt + Math.round(t);
    take({ packed: script.take(), sentAt, userAgent: device.userAgent, country });
    packedMoves = moves;
  };
  return {
    path: start.path,
    height,
    windowWidth: device.width,
    windowHeight: device.height,
    script: {
      ...script,
      move: (t, x, y) => {
        moves++;
        return script.move(t, x, y);
      },
    },
    parts: (part) => seen.filter((element) => element.part === part),
    indexOf: (element) => {
      const known = indexes.get(element);
      if (known !== undefined) return known;
      const [tag = '', id = '', className = '', role = '', path = '', name = ''] = element.strings;
      const index = script.element({ tag, id, class: className, role, path, name });
      indexes.set(element, index);
      return index;
    },
    pack: (t) => {
      if (moves - packedMoves >= samplesABatch) pack(t);
    },
    end: (t) => {
      if (t >= calmMs) tellShape();
      script.event('visibility', { t: Math.round(t), state: Visibility.closed });
      pack(t);
    },
  };
}

/** Any one of a part; null where there is none at this width. */
export function pickPart(view: PageView, part: string, chance: Chance): SeenElement | null {
  const found = view.parts(part);
  return found.length > 0 ? chance.pick(found) : null;
}
