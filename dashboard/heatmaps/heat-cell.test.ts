import { expect, test } from 'vitest';
import { cellAt, type HeatCell, nextCell, readCell, writeCell } from './heat-cell.ts';

const cell = (x: number, y: number): HeatCell => ({
  x,
  y,
  count: 1,
  intensity: 1,
  uniqueUsers: 1,
});

test('a place belongs to the cell whose corner is above and left of it', () => {
  expect(cellAt({ x: 39.9, y: 40 }, 20)).toEqual({ x: 20, y: 40 });
});

test('arrows walk over cells that have a count', () => {
  const cells = [cell(0, 0), cell(100, 0), cell(60, 200), cell(0, 40)];
  expect(nextCell(cells, { x: 0, y: 0 }, 'ArrowRight')).toEqual({ x: 100, y: 0 });
  expect(nextCell(cells, { x: 0, y: 0 }, 'ArrowDown')).toEqual({ x: 0, y: 40 });
  expect(nextCell(cells, { x: 100, y: 0 }, 'ArrowDown')).toEqual({ x: 0, y: 40 });
  expect(nextCell(cells, { x: 0, y: 0 }, 'ArrowUp')).toEqual({ x: 0, y: 0 });
});

test('a cell survives the address, and nonsense is none', () => {
  expect(readCell(writeCell({ x: 120, y: 40 }))).toEqual({ x: 120, y: 40 });
  for (const text of [undefined, '', '1', 'a,b', '-1,2', '1.5,2'])
    expect(readCell(text)).toBeNull();
});
