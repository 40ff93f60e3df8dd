import type { ElementInfo } from '../../schema/wire/batch.ts';
import type { WireframeBox } from '../../schema/wire/wireframe.ts';
import { Element } from '../events/element-type.ts';
import { builder } from '../graphql/builder.ts';
import { Trail } from '../session/trail-type.ts';
import { WireframeBox as WireframeBoxType } from '../wireframe/wireframe-type.ts';
import type { AnchoredClicks } from './find-anchored.ts';
import type { HeatmapBand as Band, Heatmap as HeatmapParts } from './heatmap.ts';
import { HeatmapLayerType } from './layer-type.ts';

/** Cells and anchored points of an answer, unless all are asked for. */
export const mostPoints = 1_000;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly largest: number;
  readonly countsClicks: boolean;
  readonly findUniqueUsers: () => Promise<number | null>;
}

const HeatmapPoint = builder.objectRef<Point>('HeatmapPoint').implement({
  description: 'A cell of the grid in which something happened.',
  fields: (t) => ({
    x: t.exposeInt('x', {
      description: "The cell's left edge: page px, or percent of the element's box.",
    }),
    y: t.exposeInt('y', {
      description: "The cell's upper edge: page px, or percent of the element's box.",
    }),
    count: t.exposeInt('count', {
      description: 'How often: clicks, or samples of movement (MOVES).',
    }),
    clickCount: t.int({
      nullable: true,
      description: 'The same in CLICKS, RAGE and DEAD; null in MOVES.',
      resolve: ({ count, countsClicks }) => (countsClicks ? count : null),
    }),
    intensity: t.float({
      description: 'count ÷ the largest count of a cell: above 0, up to 1.',
      resolve: ({ count, largest }) => count / largest,
    }),
    uniqueUsers: t.int({
      nullable: true,
      description:
        'Distinct visitors who clicked there in the period, exact; null in MOVES. Flat cost at gridSize 10, 20, 50 and 100 without `viewport` and `element`; else counted from the clicks themselves.',
      resolve: ({ findUniqueUsers }) => findUniqueUsers(),
    }),
  }),
});

const HeatmapBand = builder.objectRef<Band>('HeatmapBand').implement({
  description: 'A horizontal band of the page, 5 % of its height.',
  fields: (t) => ({
    fromPercent: t.exposeFloat('fromPercent', {
      description: "Upper edge, % of the document's height.",
    }),
    toPercent: t.exposeFloat('toPercent', {
      description: "Lower edge, % of the document's height.",
    }),
    share: t.exposeFloat('share', {
      description: 'Of the visitors, the share who saw any of the band: 0..1.',
    }),
    seconds: t.exposeFloat('seconds', {
      description:
        'Time for which the band was on screen, seen and not idle, over all visits: seconds. A band half on screen counts half.',
    }),
    visitors: t.exposeInt('visitors', {
      description: 'Distinct visitors who saw any of the band.',
    }),
  }),
});

interface Anchored extends AnchoredClicks {
  readonly findBox: (element: ElementInfo) => Promise<WireframeBox | null>;
}

const AnchoredPoint = builder.objectRef<Anchored>('AnchoredPoint').implement({
  description:
    'Clicks kept relative to their element: they fall on the button again where the page has another width.',
  fields: (t) => ({
    path: t.string({
      description: 'CSS path of the element: find it in the page, and take its box.',
      resolve: ({ element }) => element.path,
    }),
    element: t.expose('element', { type: Element, description: 'The element.' }),
    x: t.exposeFloat('x', {
      description: "From the left of the element's box, 0..1: the middle of a cell of 5 %.",
    }),
    y: t.exposeFloat('y', {
      description: "From the top of the element's box, 0..1: the middle of a cell of 5 %.",
    }),
    count: t.exposeInt('count', { description: 'Clicks there.' }),
    box: t.field({
      type: WireframeBoxType,
      nullable: true,
      description:
        'Where the element is in `wireframe`; null where it is not there, or cannot be told from another one.',
      resolve: ({ element, findBox }) => findBox(element),
    }),
  }),
});

export const Heatmap = builder.objectRef<HeatmapParts>('Heatmap').implement({
  description:
    'Where people moved, clicked and looked on a page. Each part is computed when it is asked for.',
  fields: (t) => ({
    page: t.string({
      nullable: true,
      description: 'The route; null for all pages of one session.',
      resolve: ({ scope }) => scope.route,
    }),
    layer: t.field({
      type: HeatmapLayerType,
      description: 'What is shown.',
      resolve: ({ scope }) => scope.layer,
    }),
    gridSize: t.int({
      description: "Side of a cell: px, or 5 % of an element's box.",
      resolve: ({ scope }) => scope.gridSize,
    }),
    documentWidth: t.int({
      description:
        "The page's usual width: the median over the time it was looked at, px to 10; 100 for an element's box; 0 without any view.",
      resolve: async ({ size }) => (await size()).width,
    }),
    documentHeight: t.int({
      description:
        "The page's usual height: the median over the time it was looked at, px to 10; 100 for an element's box; 0 without any view.",
      resolve: async ({ size }) => (await size()).height,
    }),
    total: t.int({
      description:
        'Sum of the counts of all cells: clicks or samples. 0 in layers that have no cells.',
      resolve: async ({ cells }) => (await cells()).reduce((sum, { count }) => sum + count, 0),
    }),
    cellCount: t.int({
      description: 'Cells with a count; `points` gives the top 1,000 of them, or all.',
      resolve: async ({ cells }) => (await cells()).length,
    }),
    maxCount: t.int({
      description: 'The largest count of a cell: what intensity 1 stands for.',
      resolve: async ({ cells }) => (await cells())[0]?.count ?? 0,
    }),
    points: t.field({
      type: [HeatmapPoint],
      complexity: { multiplier: mostPoints },
      description:
        'Cells with a count, the largest first; the top 1,000, or all. MOVES, CLICKS, RAGE, DEAD.',
      resolve: (heatmap) => makePoints(heatmap),
    }),
    bands: t.field({
      type: [HeatmapBand],
      complexity: { multiplier: 20 },
      description: 'The 20 bands of the page, from the top. SCROLL, ATTENTION.',
      resolve: async ({ bands }) => [...(await bands())],
    }),
    trails: t.field({
      type: [Trail],
      complexity: { field: 50, multiplier: 20 },
      description:
        'Trails of the latest 20 sessions that moved on the page (100 with `all`), the newest first. TRAILS.',
      resolve: async ({ trails }) => [...(await trails())],
    }),
    anchored: t.field({
      type: [AnchoredPoint],
      complexity: { multiplier: mostPoints },
      description:
        'The clicks relative to their elements, the most first; the top 1,000, or all. CLICKS, RAGE, DEAD.',
      resolve: (heatmap) => makeAnchored(heatmap),
    }),
    visitors: t.int({
      description: 'Distinct visitors who viewed the page in the period, exact.',
      resolve: async ({ depth }) => (await depth())[0] ?? 0,
    }),
  }),
});

async function makePoints({ cells, people, scope }: HeatmapParts): Promise<Point[]> {
  const ranked = await cells();
  const largest = ranked[0]?.count ?? 1;
  return (scope.all ? ranked : ranked.slice(0, mostPoints)).map((cell) => ({
    x: cell.x * scope.gridSize,
    y: cell.y * scope.gridSize,
    count: cell.count,
    largest,
    countsClicks: scope.layer !== 'MOVES',
    findUniqueUsers: async () => (await people())?.(cell) ?? null,
  }));
}

async function makeAnchored({ anchored, scope, findBox }: HeatmapParts): Promise<Anchored[]> {
  const points = await anchored();
  return (scope.all ? points : points.slice(0, mostPoints)).map((point) => ({
    ...point,
    findBox: async (element) => (await findBox())(element),
  }));
}
