import type { Batch } from '../../schema/wire/batch.ts';
import { bandOf } from '../heatmap/viewport-band.ts';
import type { Ledger } from './ledger.ts';

/** Notes that a batch tells the page's shape. */
export function foldWireframe({ seq, events }: Batch, ledger: Ledger): void {
  const told = events.findLast((event) => event.type === 'wireframe');
  if (told?.type !== 'wireframe') return;
  const { t, viewportWidth, viewportHeight, documentWidth, documentHeight } = told;
  const sizes = { viewportWidth, viewportHeight, documentWidth, documentHeight };
  const band = bandOf(viewportWidth);
  ledger.revise(null, { kind: 'wireframe', key: `w${seq}`, t, seq, ...sizes, band });
}
