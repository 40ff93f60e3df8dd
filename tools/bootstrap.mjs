/**
 * Runs one of our TypeScript programs in a clone of any age: installs the npm packages where they are missing or
 * outdated, then hands over to Node 24, which comes as one of them. Plain JavaScript without a dependency,
 * since it runs on whatever Node the machine has.
 *
 *     node tools/bootstrap.mjs tools/start.ts [arguments…]
 */
import { installPackages } from './bootstrap/install.mjs';
import { runScript } from './bootstrap/run.mjs';

const [script, ...args] = process.argv.slice(2);

try {
  if (!script) throw new Error('Usage: node tools/bootstrap.mjs <script.ts> [arguments…]');
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new Error(
      `Trailgraph needs Node 20 or newer to start (this is ${process.version}): install it from nodejs.org and run the command again.`,
    );
  }
  await installPackages();
  await runScript(script, args);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
