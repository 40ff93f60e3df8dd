import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { repoPath } from '../data-dir.ts';

const run = promisify(execFile);

/**
 * Unpacks the Chromium (Linux, x86-64) of the npm package `@sparticuz/chromium` into `folder`, in one step: test
 * projects start at the same time, and the package itself writes where all of them look.
 *
 * @returns the path of the program
 */
export async function unpackChromium(folder: string): Promise<string> {
  const program = join(folder, 'run');
  if (existsSync(program)) return program;
  await mkdir(dirname(folder), { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  try {
    // It unpacks into the temporary directory of its process, which is why it gets one of its own.
    await run(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        "await (await import('@sparticuz/chromium')).default.executablePath()",
      ],
      {
        cwd: repoPath(''),
        env: { ...process.env, TMPDIR: fresh, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
        timeout: 300_000,
      },
    );
    await writeLauncher(fresh);
    // Fails where another process was faster, and then that one's is as good.
    await rename(fresh, folder).catch(() => undefined);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  if (!existsSync(program)) throw new Error(`Chromium could not be unpacked into ${folder}.`);
  return program;
}

/** The package brings the libraries that a bare machine lacks; one that has its own keeps using those. */
async function writeLauncher(folder: string): Promise<void> {
  const complete = await run(join(folder, 'chromium'), ['--version']).then(
    () => true,
    () => false,
  );
  const libraries = complete
    ? ''
    : 'LD_LIBRARY_PATH="$here/al2023/lib:$LD_LIBRARY_PATH"; export LD_LIBRARY_PATH\n';
  const lines = `#!/bin/sh\nhere=$(dirname "$0")\n${libraries}exec "$here/chromium" "$@"\n`;
  await writeFile(join(folder, 'run'), lines, { mode: 0o755 });
}
