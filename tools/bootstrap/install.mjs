import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const lock = join(root, '.npm-install.lock');

/** Brings `node_modules` to what `package-lock.json` says; costs a few ms where it is so already. */
export async function installPackages() {
  if (isInstalled()) return;
  const release = await takeLock();
  try {
    // Another first run may have done it while this one waited.
    if (!isInstalled()) await npmCi();
  } finally {
    release();
  }
}

/** npm writes what it installed beside the packages; an optional package of another platform may be missing. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/')) return true;
    return present[path] ? present[path].version === entry.version : entry.optional === true;
  });
}

/** @returns {Record<string, { version?: string, optional?: boolean }> | null} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Two installs at once would break each other: the second waits for the first, unless that one died. */
async function takeLock() {
  for (let said = false; ; ) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return () => rmSync(lock, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned()) {
        rmSync(lock, { recursive: true, force: true });
        continue;
      }
      if (!said) console.error('Another run is installing the packages; waiting for it …');
      said = true;
      await wait(500);
    }
  }
}

function isAbandoned() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'EPERM') return false;
    // The holder is gone, or has not yet written its id: then it gets a moment.
    try {
      return error.code === 'ESRCH' || Date.now() - statSync(lock).mtimeMs > 5000;
    } catch {
      return false;
    }
  }
}

async function npmCi() {
  const total = Object.keys(readPackages('package-lock.json') ?? {}).length - 1;
  const flags = [
    'ci',
    '--loglevel=http',
    '--no-progress',
    '--fetch-retries=2',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
  ];
  // Started by npm, use that same npm; else the one beside this Node, else whatever the PATH has.
  const own = process.env.npm_execpath ?? join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const known = own.endsWith('.js') && statSync(own, { throwIfNoEntry: false }) !== undefined;
  const [command, args] = known ? [process.execPath, [own, ...flags]] : ['npm', flags];

  console.error(`Installing ${total} packages (first run, or they changed) …`);
  const startedAt = Date.now();
  const { code, output } = await runNpm(command, args, total);
  if (code !== 0) throw new Error(explain(code, output));
  console.error(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

function runNpm(command, args, total) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let fetched = 0;
    let shown = 0;
    const startedAt = Date.now();
    const timer = setInterval(() => {
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      const doing = fetched > shown ? `fetched ${Math.min(fetched, total)} of ${total}` : 'unpacking';
      shown = fetched;
      console.error(`  ${doing} (${seconds} s)`);
    }, 4000);
    const read = (chunk) => {
      const text = String(chunk);
      output = (output + text).slice(-100_000);
      fetched += text.split('npm http fetch GET 200').length - 1;
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', (error) =>
      reject(error.code === 'ENOENT' ? new Error('npm was not found: install it (it comes with Node) and run the command again.') : error),
    );
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ code, output });
    });
  });
}

function explain(code, output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
    return 'The npm registry could not be reached: the first run needs the network to install the packages. Check the connection (and npm’s `registry` and `proxy` settings), then run the command again.';
  }
  if (/ENOSPC/.test(output)) return 'The disk is full: the packages need about 1 GB. Free some space and run the command again.';
  if (/EACCES|EPERM/.test(output)) return `The packages could not be written to ${join(root, 'node_modules')}: make the folder yours and run the command again.`;
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  return `npm ci ended with ${code ?? 'a signal'}:\n${errors.slice(0, 12).join('\n') || output.slice(-1500)}`;
}
