import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoBinary } from 'mongodb-memory-server-core';
import type { Progress } from '../progress/progress.ts';

const mirror = process.env.MONGOMS_DOWNLOAD_MIRROR ?? 'https://fastdl.mongodb.org';
/** Long enough for a slow line, short enough that a machine without the network does not seem to hang. */
const probeMs = 4000;

/**
 * Downloads MongoDB's own build for this system, where the network allows.
 *
 * @param target where the binary is put, in one step, when it is whole
 * @returns false where the mirror can't be reached or has no build for this system
 */
export async function downloadMongod(target: string, progress: Progress): Promise<boolean> {
  if (!(await canReach(mirror))) return false;
  const folder = await mkdtemp(`${target}-download-`);
  try {
    const binary = await progress.during('Downloading MongoDB (once, about 90 MB) …', () =>
      MongoBinary.getPath({ downloadDir: join(folder, 'bin'), checkMD5: false }),
    );
    await rename(binary, target);
    return true;
  } catch (error) {
    progress.say(`  That download did not work: ${String(error).split('\n')[0]}`);
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Any HTTP answer will do; a refusal, a name that is not found or silence means no. */
async function canReach(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return true;
  } catch {
    return false;
  }
}
