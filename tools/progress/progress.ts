import process from 'node:process';

/** Lines on standard error that say what is going on while a person waits. */
export interface Progress {
  /** A finished piece of news. */
  readonly say: (line: string) => void;
  /** Runs `work`; shows `label` and, from the third second on, how long it has taken. */
  readonly during: <T>(label: string, work: () => Promise<T>) => Promise<T>;
}

export const silentProgress: Progress = { say: () => undefined, during: (_label, work) => work() };

/** On a terminal the line is rewritten; elsewhere a line is printed at the start and then every 10 s. */
export function makeProgress(out: NodeJS.WriteStream = process.stderr): Progress {
  const say = (line: string) => out.write(`${line}\n`);
  return {
    say,
    during: async (label, work) => {
      const startedAt = performance.now();
      const seconds = () => Math.round((performance.now() - startedAt) / 1000);
      out.write(out.isTTY ? label : `${label}\n`);
      const timer = setInterval(
        () => out.write(out.isTTY ? `\r${label} ${seconds()} s` : `  … ${seconds()} s\n`),
        out.isTTY ? 1000 : 10_000,
      );
      try {
        return await work();
      } finally {
        clearInterval(timer);
        if (out.isTTY) out.write(`\r${label} ${seconds()} s\n`);
      }
    },
  };
}
