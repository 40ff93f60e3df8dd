import { UserProblem } from '../user-problem.ts';

/** A part that runs: where, and how it ends without losing anything. */
export interface RunningPart {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** From the system to a part. */
export type ToPart =
  | { readonly kind: 'start'; readonly options: unknown }
  | { readonly kind: 'stop' };

/** From a part to the system. */
export type FromPart =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'failed'; readonly message: string; readonly isUserProblem: boolean };

/**
 * The main function of a part's process: starts when told with which options, stops when told, and also when the
 * process that started it is gone.
 */
export function runPart<Options>(start: (options: Options) => Promise<RunningPart>): void {
  let running: Promise<RunningPart> | undefined;
  const send = (message: FromPart) => process.connected && process.send?.(message);

  const stop = async () => {
    const part = await running?.catch(() => undefined);
    await part?.stop();
    process.exit(0);
  };
  const begin = async (options: Options) => {
    running = start(options);
    try {
      send({ kind: 'ready', url: (await running).url });
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const isUserProblem = error instanceof UserProblem;
      send({ kind: 'failed', message: isUserProblem ? error.message : message, isUserProblem });
      process.exitCode = 1;
      process.disconnect?.();
    }
  };
  process.on('message', (message: ToPart) => {
    void (message.kind === 'start' ? begin(message.options as Options) : stop());
  });
  process.on('disconnect', () => void stop());
  // It has a process group of its own, so these come from somebody who means this process.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void stop());
}
