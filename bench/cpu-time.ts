import { readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** The CPU that a process has used so far, in both modes and all threads, ms (Linux; to 10 ms). */
export function readCpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name before it may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
  return ((user + system) * 1000) / ticksPerSecond;
}
