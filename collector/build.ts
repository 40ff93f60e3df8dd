import { mkdir, writeFile } from 'node:fs/promises';
import { bundleWorker } from './bundle.ts';

/** What `wrangler dev` and `wrangler deploy` run first (`wrangler.toml`): writes the Worker that they take. */
const dist = new URL('dist/', import.meta.url);
await mkdir(dist, { recursive: true });
await writeFile(new URL('worker.js', dist), await bundleWorker());
