import { setTimeout as wait } from 'node:timers/promises';
import { type PartProcess, type PartSettings, startPartProcess } from './part-process.ts';

/** A part that is started again should it end by itself. */
export interface SupervisedPart {
  readonly url: string;
  readonly pid: () => number;
  readonly stop: () => Promise<void>;
  /** Kills the process (SIGKILL, as a power cut would); resolves when its successor is ready. */
  readonly crash: () => Promise<void>;
  /** Kills it for good. */
  readonly kill: () => void;
}

export interface Supervision {
  /** A sentence for the person who watches. */
  readonly onNews: (line: string) => void;
  /** It ended again and again: the system can't go on. */
  readonly onGivenUp: (reason: string) => void;
}

const deathsAllowed = 5;
const withinMs = 60_000;
const pauseMs = 500;

export async function startSupervisedPart(
  name: string,
  settings: PartSettings,
  { onNews, onGivenUp }: Supervision,
): Promise<SupervisedPart> {
  let current: Promise<PartProcess> = startPartProcess(settings);
  let process = await current;
  let stopping = false;
  const deaths: number[] = [];

  const revive = async (): Promise<PartProcess> => {
    deaths.push(performance.now());
    while (deaths.length > deathsAllowed) deaths.shift();
    const [oldest = 0] = deaths;
    if (deaths.length === deathsAllowed && performance.now() - oldest < withinMs) {
      throw new Error(`ended ${deathsAllowed} times within a minute`);
    }
    await wait(deaths.length === 1 ? 0 : pauseMs);
    return startPartProcess(settings).catch((error) =>
      stopping ? Promise.reject(error) : revive(),
    );
  };
  const watch = (watched: PartProcess) => {
    process = watched;
    void watched.ended.then(() => {
      if (stopping) return;
      onNews(`${name} ended by itself and is started again (its log: ${settings.logFile}).`);
      current = revive();
      current.then(watch, (error: Error) => {
        if (!stopping) onGivenUp(`${name} ${error.message}: its log is ${settings.logFile}.`);
      });
    });
  };
  watch(process);

  return {
    url: process.url,
    pid: () => process.pid,
    stop: async () => {
      stopping = true;
      const last = await current.catch(() => undefined);
      await last?.stop();
    },
    crash: async () => {
      const { ended, kill } = process;
      kill();
      await ended;
      await current;
    },
    kill: () => {
      stopping = true;
      process.kill();
    },
  };
}
