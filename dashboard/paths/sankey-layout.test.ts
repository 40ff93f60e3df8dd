import { expect, test } from 'vitest';
import { layOut, type PathNode } from './sankey-layout.ts';

const node = (step: number, page: string | null, views: number): PathNode => ({
  id: `${step}:${page ?? ''}`,
  step,
  page,
  views,
  ends: 0,
  loops: 0,
});
const edge = (source: string, target: string, views: number) => ({
  source,
  target,
  views,
  sessionCount: views,
});
const nodes = [node(0, '/', 10), node(1, '/a', 4), node(1, '/b', 2), node(1, null, 3)];
const edges = [edge('0:/', '1:/b', 2), edge('0:/', '1:/a', 4), edge('0:/', '1:', 3)];

test('a step is a column; the most viewed page is on top, other pages are at the bottom', () => {
  const { nodes: placed, width, height } = layOut(nodes, edges, 'FROM', 0);
  const of = (id: string) => placed.find(({ node: each }) => each.id === id);
  expect(of('0:/')?.x).toBeLessThan(of('1:/a')?.x ?? 0);
  expect(of('1:/a')?.y).toBeLessThan(of('1:/b')?.y ?? 0);
  expect(of('1:/b')?.y).toBeLessThan(of('1:')?.y ?? 0);
  for (const each of placed) {
    expect(each.x + each.width).toBeLessThan(width);
    expect(each.y + each.height).toBeLessThan(height);
  }
});

test('the way to a page goes from left to right as well', () => {
  const back = edges.map(({ source, target, ...rest }) => ({
    ...rest,
    source: target,
    target: source,
  }));
  const { nodes: placed } = layOut(nodes, back, 'TO', 0);
  const of = (id: string) => placed.find(({ node: each }) => each.id === id);
  expect(of('1:/a')?.x).toBeLessThan(of('0:/')?.x ?? 0);
});

test('ribbons are as wide as what they carry', () => {
  const { edges: placed } = layOut(nodes, edges, 'FROM', 0);
  const width = (target: string) =>
    placed.find(({ edge: { target: to } }) => to === target)?.width ?? 0;
  expect(width('1:/a') / width('1:/b')).toBeCloseTo(2);
});

test('a wide window is filled', () => {
  expect(layOut(nodes, edges, 'FROM', 0).width).toBeLessThan(500);
  expect(layOut(nodes, edges, 'FROM', 1_200).width).toBe(1_200);
});

test('nothing is laid out as nothing', () => {
  expect(layOut([], [], 'FROM', 0).nodes).toEqual([]);
});
