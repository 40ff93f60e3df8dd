import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { UserProblem } from '../../user-problem.ts';
import { runPart } from '../child.ts';

interface StubOptions {
  readonly refusal?: string;
  readonly diesAtOnce?: boolean;
  readonly stopMs?: number;
}

/** A part for tests: answers with its process id, or refuses to start, or dies. */
runPart<StubOptions>(async ({ refusal, diesAtOnce, stopMs = 0 }) => {
  if (refusal) throw new UserProblem(refusal);
  if (diesAtOnce) process.exit(7);
  const server = createServer((_request, response) => response.end(String(process.pid)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await wait(stopMs);
      process.stdout.write('finished what was under way\n');
      server.close();
      server.closeAllConnections();
    },
  };
});
