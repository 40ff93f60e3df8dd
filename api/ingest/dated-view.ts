import type { Device } from './incoming-batch.ts';

/** What is known of a view once its first batch is there; it does not change until a site's route rules do. */
export interface DatedView {
  /** The view's start by the collector's clock: the browser's, corrected by one offset. */
  startedAt: Date;
  url: string;
  /** What `url` is grouped by. */
  route: string;
  referrer: string;
  /** A `ViewKind`. */
  kind: number;
  viewportWidth: number;
  viewportHeight: number;
  documentWidth: number;
  documentHeight: number;
  touch: boolean;
  automated: boolean;
  country: string | null;
  region: string | null;
  browser: string | null;
  os: string | null;
  device: Device;
}
