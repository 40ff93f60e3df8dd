import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/** Bytes of a file of `tracker/dist` as a browser gets it: brotli at its best, which is how it is served. */
export const measureBrotli = (name: string): number =>
  brotliCompressSync(readFileSync(new URL(`dist/${name}`, import.meta.url))).length;
