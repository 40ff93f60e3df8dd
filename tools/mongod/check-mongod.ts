import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What came of trying to run a mongod: its version, or a sentence that says why it does not run here. */
export type MongodCheck = { readonly version: string } | { readonly problem: string };

const oldestMajor = 6;

/** Runs `mongod --version`. A binary from elsewhere may lack the shared libraries that it was built for. */
export async function checkMongod(binary: string): Promise<MongodCheck> {
  try {
    const { stdout } = await promisify(execFile)(binary, ['--version'], { timeout: 20_000 });
    return judge(binary, stdout);
  } catch (error) {
    return { problem: explain(binary, String((error as { stderr?: string }).stderr || error)) };
  }
}

function judge(binary: string, output: string): MongodCheck {
  const version = /db version v(\d+\.\d+\.\d+)/.exec(output)?.[1];
  if (!version) return { problem: `${binary} did not say its version.` };
  if (Number.parseInt(version, 10) < oldestMajor) {
    return { problem: `${binary} is MongoDB ${version}; Trailgraph needs 6.0 or newer.` };
  }
  return { version };
}

function explain(binary: string, output: string): string {
  const library = /(lib[\w.+-]+): cannot open shared object/.exec(output)?.[1];
  if (library) {
    return `${binary} needs ${library}, which this machine lacks: install it (on Debian and Ubuntu: apt-get install libcurl4 libssl3).`;
  }
  if (/not found|GLIBC|OPENSSL/.test(output)) {
    return `${binary} was built for another system (${output.trim().split('\n').at(-1)}).`;
  }
  return `${binary} does not run: ${output.trim().split('\n').at(-1)}`;
}
