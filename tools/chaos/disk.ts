import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a mongod keeps its data, and a way to leave it no space. */
export interface Disk {
  readonly folder: string;
  /** Whether it has a size of its own, so that it can be filled without filling anybody else's. */
  readonly canBeFull: boolean;
  /** Takes all the space that is left: the next write that needs more fails with ENOSPC. */
  readonly fill: () => void;
  readonly free: () => void;
  readonly remove: () => Promise<void>;
}

const sizeMb = 600;

/** A file system of its own in memory where this machine lets us mount one, as root on Linux it does; else a plain folder. */
export async function makeDisk(folder: string): Promise<Disk> {
  await mkdir(folder, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder]);
  const canBeFull = status === 0;
  const filling = join(folder, 'filling');
  const unmount = () => canBeFull && spawnSync('umount', ['-l', folder]);
  // Also where chaos itself fails: nothing stays mounted.
  process.once('exit', unmount);
  return {
    folder,
    canBeFull,
    fill: () => canBeFull && writeUntilFull(filling),
    free: () => rmSync(filling, { force: true }),
    remove: async () => {
      unmount();
      process.off('exit', unmount);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function writeUntilFull(path: string): void {
  const file = openSync(path, 'w');
  // The last kilobytes too: first in large steps, then in small ones.
  for (const bytes of [4 * 1_048_576, 65_536, 4_096]) writeMany(file, Buffer.alloc(bytes));
  closeSync(file);
}

function writeMany(file: number, piece: Buffer): void {
  try {
    while (writeSync(file, piece) === piece.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
