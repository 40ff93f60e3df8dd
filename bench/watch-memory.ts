import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A moment of a curve. */
export interface MemorySample {
  readonly atMs: number;
  /** Resident memory, MB: of the API, and of the collector with its workerd. */
  readonly apiMb: number;
  readonly collectorMb: number;
  /** Requests without an answer yet. */
  readonly underWay: number;
}

const everyMs = 500;

/** Looks at the memory of two parts, each the leader of a process group, until it is stopped. */
export function watchMemory(
  parts: { readonly apiPid: number; readonly collectorPid: number },
  countUnderWay: () => number,
): { readonly stop: () => Promise<readonly MemorySample[]> } {
  const curve: MemorySample[] = [];
  const over = new AbortController();
  const startedAt = performance.now();
  const look = async () => {
    while (!over.signal.aborted) {
      const mb = await readGroups();
      curve.push({
        atMs: Math.round(performance.now() - startedAt),
        apiMb: mb.get(parts.apiPid) ?? 0,
        collectorMb: mb.get(parts.collectorPid) ?? 0,
        underWay: countUnderWay(),
      });
      await wait(everyMs);
    }
  };
  const looking = look();
  return {
    stop: async () => {
      over.abort();
      await looking;
      return curve;
    },
  };
}

/** Resident memory by process group, MB. */
async function readGroups(): Promise<Map<number, number>> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pgid=,rss=']);
  const groups = new Map<number, number>();
  for (const line of stdout.trim().split('\n')) {
    const [group = 0, kb = 0] = line.trim().split(/\s+/).map(Number);
    groups.set(group, (groups.get(group) ?? 0) + kb / 1_024);
  }
  return groups;
}
