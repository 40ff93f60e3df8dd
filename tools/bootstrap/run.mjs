import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const packagedNode = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));

/**
 * Runs the script on Node 24 and ends as it ends: same exit code, same signal.
 *
 * A terminal's Ctrl-C reaches the script by itself (same process group), so this process only waits. A signal sent to
 * this process alone is passed on. Should this process be killed, the script sees its channel close (`disconnect`).
 */
export async function runScript(script, args) {
  const node = findNode24();
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

  // npm's shell may die of the signal that was meant for us: then this process is handed to another parent.
  const parent = process.ppid;
  const orphaned = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000);
  orphaned.unref();

  const { code, signal } = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ code, signal }));
  });
  if (child.connected) child.disconnect();
  process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGTERM' ? 15 : 9);
}

function findNode24() {
  if (existsSync(packagedNode) && spawnSync(packagedNode, ['--version']).status === 0) return packagedNode;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `There is no packaged Node 24 for ${process.platform} ${process.arch}: install Node 24 or newer yourself and run the command again.`,
  );
}
