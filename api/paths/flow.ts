/** A page at a distance from the anchor. */
export interface FlowNode {
  /** 0 is the anchor. */
  readonly step: number;
  /** null: all pages that are not shown by themselves. */
  readonly page: number | null;
  readonly views: number;
  /** Of them, those at which the session ended (ways back: began). */
  readonly ends: number;
  /** Of them, those of a page that is earlier in the same way already. */
  readonly loops: number;
}

/** Views of one page that were followed by another, between two steps. */
export interface FlowEdge {
  /** The step nearer to the anchor. */
  readonly step: number;
  readonly near: number | null;
  readonly far: number | null;
  readonly views: number;
  /** Sessions in which it happened. */
  readonly sessions: number;
}

export interface Flow {
  readonly ways: number;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

interface NodeTally {
  views: number;
  ends: number;
  loops: number;
}

interface EdgeTally {
  views: number;
  sessions: number;
  /** The session that was counted last. */
  last: number;
}

type Edges = Map<number, Map<number, EdgeTally>>;

/** Adds up ways, step by step. */
export class FlowTally {
  readonly #depth: number;
  readonly #nodes: Map<number, NodeTally>[];
  readonly #edges: Edges[];
  #ways = 0;

  constructor(depth: number) {
    this.#depth = depth;
    this.#nodes = Array.from({ length: depth }, () => new Map());
    this.#edges = Array.from({ length: depth - 1 }, () => new Map());
  }

  /** @param session a number that no other session has */
  take(way: readonly number[], session: number): void {
    this.#ways++;
    for (const [step, page] of way.entries()) {
      const node = this.#nodeOf(step, page);
      node.views++;
      if (way.indexOf(page) < step) node.loops++;
      const next = way[step + 1];
      if (next !== undefined) this.#countEdge(step, page, next, session);
      else if (way.length < this.#depth) node.ends++;
    }
  }

  /** @param mostPages a step; the others become one */
  close(mostPages: number): Flow {
    const shown = this.#nodes.map((nodes) => {
      const ordered = [...nodes].sort(([a, one], [b, other]) => other.views - one.views || a - b);
      return new Set(ordered.slice(0, mostPages).map(([page]) => page));
    });
    const fold = (step: number, page: number) => (shown[step]?.has(page) ? page : null);
    const edges = this.#edges.flatMap((byNear, step) => foldEdges(byNear, step, fold));
    const nodes = this.#nodes.flatMap((byPage, step) => foldNodes(byPage, step, fold));
    return { ways: this.#ways, nodes, edges };
  }

  #nodeOf(step: number, page: number): NodeTally {
    const nodes = this.#nodes[step];
    const known = nodes?.get(page);
    if (known) return known;
    const node = { views: 0, ends: 0, loops: 0 };
    nodes?.set(page, node);
    return node;
  }

  #countEdge(step: number, near: number, far: number, session: number): void {
    const fromNear = this.#edges[step]?.get(near) ?? new Map<number, EdgeTally>();
    this.#edges[step]?.set(near, fromNear);
    const edge = fromNear.get(far) ?? { views: 0, sessions: 0, last: -1 };
    fromNear.set(far, edge);
    edge.views++;
    if (edge.last === session) return;
    edge.sessions++;
    edge.last = session;
  }
}

type Fold = (step: number, page: number) => number | null;

function foldNodes(byPage: ReadonlyMap<number, NodeTally>, step: number, fold: Fold): FlowNode[] {
  const folded = new Map<number | null, NodeTally>();
  for (const [page, { views, ends, loops }] of byPage) {
    const shown = fold(step, page);
    const sum = folded.get(shown) ?? { views: 0, ends: 0, loops: 0 };
    folded.set(shown, {
      views: sum.views + views,
      ends: sum.ends + ends,
      loops: sum.loops + loops,
    });
  }
  return [...folded]
    .map(([page, tally]) => ({ step, page, ...tally }))
    .sort((a, b) => Number(a.page === null) - Number(b.page === null) || b.views - a.views);
}

/** A session that took several of the edges folded into one counts for each. */
function foldEdges(byNear: Edges, step: number, fold: Fold): FlowEdge[] {
  const folded = new Map<string, FlowEdge>();
  for (const [nearPage, byFar] of byNear) {
    for (const [farPage, { views, sessions }] of byFar) {
      const near = fold(step, nearPage);
      const far = fold(step + 1, farPage);
      const key = `${near} ${far}`;
      const sum = folded.get(key) ?? { step, near, far, views: 0, sessions: 0 };
      folded.set(key, { ...sum, views: sum.views + views, sessions: sum.sessions + sessions });
    }
  }
  return [...folded.values()].sort((a, b) => b.views - a.views);
}
