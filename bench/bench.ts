import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench` runs every benchmark here, `npm run bench -- tracker` those whose name begins so. Each prints what it
 * compares with, measured in the same run: the machine's own speed cancels out.
 */
const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const benchmarks = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length))
  .filter((name) => wanted.length === 0 || wanted.some((prefix) => name.startsWith(prefix)))
  .sort();

if (benchmarks.length === 0) {
  process.stderr.write(`No benchmark's name begins with ${wanted.join(' or ')}.\n`);
  process.exitCode = 1;
}
for (const name of benchmarks) {
  process.stdout.write(`\n${name}\n`);
  const { status } = spawnSync(process.execPath, [`${folder}${name}.bench.ts`], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
