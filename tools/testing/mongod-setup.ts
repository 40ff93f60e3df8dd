import type { TestProject } from 'vitest/node';
import { startMongod } from '../mongod/start-mongod.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A real mongod for tests: a replica set of one. Each test file uses a database name of its own. */
    mongodbUri: string;
  }
}

/** One real mongod for all test files of the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const mongod = await startMongod();
  project.provide('mongodbUri', mongod.uri);
  return mongod.stop;
}
