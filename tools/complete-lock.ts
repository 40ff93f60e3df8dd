import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { repoPath } from './data-dir.ts';
import { completeLock, type Lock } from './lock/complete-lock.ts';

/** `npm run lock`: after packages were added, brings `package-lock.json` back to what `npm ci` takes on any platform. */
const path = repoPath('package-lock.json');
const { lock, added } = completeLock(JSON.parse(await readFile(path, 'utf8')) as Lock);
if (added.length > 0) await writeFile(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added.length} packages of other platforms were missing from the lock.\n`);
