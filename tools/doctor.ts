import process from 'node:process';
import { findDataDir } from './data-dir.ts';
import { formatFindings } from './doctor/findings.ts';
import {
  lookAtAnalysis,
  lookAtChromium,
  lookAtData,
  lookAtLogs,
  lookAtMongodb,
  lookAtNode,
  lookAtPorts,
  lookAtPython,
} from './doctor/look.ts';

/** `npm run doctor`: what this machine has of all that Trailgraph needs, and what to do about the rest. */
const dataDir = findDataDir();
const findings = await Promise.all([
  lookAtNode(),
  lookAtMongodb(dataDir, process.env),
  lookAtPython(),
  lookAtPorts(process.env),
  lookAtData(dataDir),
  lookAtLogs(dataDir),
  lookAtChromium(),
  lookAtAnalysis(process.env),
]);
process.stdout.write(`${formatFindings(findings)}\n`);
process.exitCode = findings.some(({ state }) => state === 'missing') ? 1 : 0;
