import type { Db } from 'mongodb';
import { makePageMatcher } from '../funnels/step.ts';
import { cacheUntilCommit } from '../people/commit-cache.ts';
import { NameTable } from '../sequences/name-table.ts';
import { readSequences, type SequenceScope, sequencesIn } from '../sequences/read-sequences.ts';
import type { StoredSequence } from '../sequences/stored-sequence.ts';
import { WayCounter } from './count-ways.ts';
import { type FlowEdge, FlowTally } from './flow.ts';
import { PageFlowTally } from './page-flow.ts';
import { findWays, type PathDirection, type PathRules, readViews } from './walk.ts';

export interface PathQuestion extends SequenceScope {
  /** A route, an address or a pattern; null: where sessions begin (`TO`: end). */
  readonly page: string | null;
  readonly direction: PathDirection;
  readonly depth: number;
  /** Pages shown a step. */
  readonly mostPages: number;
}

/** null: the other pages. */
export interface PathNode {
  readonly step: number;
  readonly page: string | null;
  readonly views: number;
  readonly ends: number;
  readonly loops: number;
}

export interface PathEdge {
  readonly step: number;
  readonly near: string | null;
  readonly far: string | null;
  readonly views: number;
  readonly sessions: number;
}

export interface Paths {
  readonly ways: number;
  readonly nodes: readonly PathNode[];
  readonly edges: readonly PathEdge[];
}

export interface PathSequence {
  /** In the order in which they were viewed. */
  readonly pages: readonly string[];
  readonly count: number;
}

export function rulesOf({ page, direction, depth, site }: PathQuestion): PathRules {
  return { direction, depth, isAnchor: page === null ? null : makePageMatcher(page, site.routes) };
}

/** Where people went from a page, or came from, step by step: one pass over the sequences. */
export function findPaths(db: Db, question: PathQuestion): Promise<Paths> {
  return ask(db, 'paths', question, async (pass) => {
    const names = new NameTable();
    const tally = new FlowTally(question.depth);
    const rules = rulesOf(question);
    let session = 0;
    await pass((sequence) => {
      session++;
      for (const way of findWays(readViews(sequence, names), rules, names))
        tally.take(way, session);
    });
    const { ways, nodes, edges } = tally.close(question.mostPages);
    const nameOf = (page: number | null) => (page === null ? null : names.name(page).route);
    return {
      ways,
      nodes: nodes.map((node) => ({ ...node, page: nameOf(node.page) })),
      edges: edges.map((edge: FlowEdge) => ({
        ...edge,
        near: nameOf(edge.near),
        far: nameOf(edge.far),
      })),
    };
  });
}

/** The ways that were taken most, whole. */
export function findPathSequences(
  db: Db,
  question: PathQuestion,
  most: number,
): Promise<PathSequence[]> {
  return ask(db, `sequences ${most}`, question, async (pass) => {
    const names = new NameTable();
    const counter = new WayCounter();
    const rules = rulesOf(question);
    await pass((sequence) => {
      for (const way of findWays(readViews(sequence, names), rules, names)) counter.take(way);
    });
    return counter.close(most).map(({ pages, count }) => {
      const routes = pages.map((page) => names.name(page).route);
      return { count, pages: question.direction === 'TO' ? routes.reverse() : routes };
    });
  });
}

export interface Navigation {
  readonly pages: readonly {
    readonly page: string;
    readonly views: number;
    readonly entries: number;
    readonly exits: number;
    readonly reloads: number;
  }[];
  readonly transitions: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
  }[];
}

/** Views, entries, exits and transitions of all pages. */
export function findNavigation(
  db: Db,
  { site, range }: Omit<SequenceScope, 'device'>,
): Promise<Navigation> {
  return ask(db, 'navigation', { site, range, device: null }, async (pass) => {
    const names = new NameTable();
    const tally = new PageFlowTally();
    await pass((sequence) => tally.take(readViews(sequence, names)));
    const nameOf = (page: number) => names.name(page).route;
    return {
      pages: tally.pages().map((flow) => ({ ...flow, page: nameOf(flow.page) })),
      transitions: tally
        .transitions()
        .map(({ from, to, count }) => ({ from: nameOf(from), to: nameOf(to), count })),
    };
  });
}

type Pass = (visit: (sequence: StoredSequence) => void) => Promise<void>;

function ask<Answer>(
  db: Db,
  what: string,
  question: SequenceScope & Partial<PathQuestion>,
  compute: (pass: Pass) => Promise<Answer>,
): Promise<Answer> {
  const { site, ...rest } = question;
  const filter = sequencesIn(question);
  const pass: Pass = (visit) =>
    readSequences(db, filter, 'oldestFirst', (sequence) => {
      visit(sequence);
      return true;
    });
  const key = JSON.stringify([what, site.site, site.routes, rest]);
  return cacheUntilCommit(db, key, () => compute(pass));
}
