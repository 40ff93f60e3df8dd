import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { PathsQuery } from '../generated/paths.ts';

export type PathNode = PathsQuery['paths']['nodes'][number];
export type PathEdge = PathsQuery['paths']['edges'][number];

/** Where a node stands, px. */
export interface PlacedNode {
  readonly node: PathNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A ribbon's middle line and its width, px. */
export interface PlacedEdge {
  readonly edge: PathEdge;
  readonly path: string;
  readonly width: number;
}

export interface SankeyLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** A column's least width: a label of 22 characters has to fit, and eight columns a window of 1,440 px. */
const narrowestPx = 164;
const nodePx = 12;
/** Room for a label of two lines. */
const paddingPx = 32;
const shortestPx = 320;

/**
 * Lays the steps out as columns, in the order of viewing; the most viewed page of a step is on top, other pages are at the bottom.
 *
 * @param roomPx the width to fill; where it is too little for the labels, the picture is wider
 */
export function layOut(
  nodes: readonly PathNode[],
  edges: readonly PathEdge[],
  direction: 'FROM' | 'TO',
  roomPx: number,
): SankeyLayout {
  if (nodes.length === 0) return { width: 0, height: 0, nodes: [], edges: [] };
  const lastStep = Math.max(...nodes.map(({ step }) => step));
  const column = ({ step }: PathNode) => (direction === 'FROM' ? step : lastStep - step);
  const most = Math.max(...countByStep(nodes));
  const columnPx = Math.max(narrowestPx, Math.floor(roomPx / (lastStep + 1)));
  const width = columnPx * (lastStep + 1);
  const height = Math.max(shortestPx, most * (paddingPx + 24));
  const rank = (node: PathNode) => (node.page === null ? -1 : node.views);
  const placed = sankey<PathNode, PathEdge>()
    .nodeId(({ id }) => id)
    .nodeAlign((node) => column(node))
    .nodeSort((a, b) => rank(b) - rank(a))
    .nodeWidth(nodePx)
    .nodePadding(paddingPx)
    .extent([
      [1, 8],
      [width - columnPx + nodePx + 1, height - 24],
    ])({
    nodes: nodes.map((node) => ({ ...node, fixedValue: node.views })),
    links: edges.map((edge) => ({ ...edge, value: edge.views })),
  });
  const draw = sankeyLinkHorizontal<PathNode, PathEdge>();
  const left = (node: PathNode) => 1 + column(node) * columnPx;
  return {
    width,
    height,
    nodes: placed.nodes.map((node) => ({
      node,
      x: left(node),
      y: node.y0 ?? 0,
      width: nodePx,
      height: Math.max(1, (node.y1 ?? 0) - (node.y0 ?? 0)),
    })),
    edges: placed.links.map((link, index) => ({
      edge: edges[index] ?? { source: '', target: '', views: 0, sessionCount: 0 },
      path: draw(link) ?? '',
      width: Math.max(1, link.width ?? 1),
    })),
  };
}

function countByStep(nodes: readonly PathNode[]): number[] {
  const counts = new Map<number, number>();
  for (const { step } of nodes) counts.set(step, (counts.get(step) ?? 0) + 1);
  return [...counts.values()];
}
