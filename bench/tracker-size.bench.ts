import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { buildTracker } from '../tracker/build.ts';

/** Prints how large the tracker's scripts are as a browser gets them, beside their limits. */
const limits = JSON.parse(
  await readFile(new URL('../tracker/.size-limit.json', import.meta.url), 'utf8'),
) as readonly { readonly name: string; readonly limit: string }[];

await buildTracker();
process.stdout.write('  file            bytes    gzip  brotli   limit\n');
for (const { name, limit } of limits) {
  const code = await readFile(new URL(`../tracker/dist/${name}`, import.meta.url));
  const brotli = (await promisify(brotliCompress)(code)).length;
  const zipped = (await promisify(gzip)(code)).length;
  const most = Number.parseFloat(limit) * 1_000;
  const verdict = brotli <= most ? '' : `  ${brotli - most} too many`;
  const columns = [code.length, zipped, brotli, most].map((bytes) => String(bytes).padStart(8));
  process.stdout.write(`  ${name.padEnd(12)}${columns.join('')}${verdict}\n`);
  if (brotli > most) process.exitCode = 1;
}
