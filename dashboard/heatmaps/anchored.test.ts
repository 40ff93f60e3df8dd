import { expect, test } from 'vitest';
import { groupByElement } from './anchored.ts';

test('clicks are summed by element, the most clicked first, each place against its warmest', () => {
  const element = (path: string) => ({
    ...{ label: path, name: null, path, elementType: 'a', elementId: null, elementClass: null },
  });
  const at = (path: string, x: number, count: number) => ({
    ...{ element: element(path), path, x, y: 0.5, count },
  });
  expect(groupByElement([at('a', 0.1, 4), at('b', 0.1, 5), at('a', 0.3, 2)])).toEqual([
    {
      ...{ element: element('a'), count: 6 },
      places: [
        { x: 0.1, y: 0.5, intensity: 1 },
        { x: 0.3, y: 0.5, intensity: 0.5 },
      ],
    },
    {
      ...{ element: element('b'), count: 5 },
      places: [{ x: 0.1, y: 0.5, intensity: 1 }],
    },
  ]);
});
