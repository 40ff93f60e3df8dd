import type { Column } from '../parts/DataTable.tsx';
import { describeRowChange } from '../period/describe-change.ts';

/**
 * The column that says how a row's number changed against the days before; none where nothing is compared.
 *
 * @param numbers a row's number now, and before
 */
export function changeColumn<Row>(
  isCompared: boolean,
  numbers: (row: Row) => readonly [number, number | undefined],
): readonly Column<Row>[] {
  if (!isCompared) return [];
  const change = (row: Row) => {
    const [now, before] = numbers(row);
    return before === undefined ? '–' : describeRowChange(now, before);
  };
  return [{ name: 'Against before', value: change, show: (row) => <>{change(row)}</> }];
}
