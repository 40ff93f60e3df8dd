import { MongoServerSelectionError } from 'mongodb';
import { openStore, type Store } from '../../api/store/open-store.ts';
import { UserProblem } from '../user-problem.ts';

/**
 * Opens a database for a command, and closes it whatever happens.
 *
 * @throws UserProblem where none is named, or none answers
 */
export async function withDatabase<T>(
  uri: string | undefined,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  if (!uri) {
    throw new UserProblem(
      'Say which database: --mongodb-uri, or MONGODB_URI. (None is needed while npm start runs here.)',
    );
  }
  const store = await openStore(uri).catch((error: unknown) => {
    if (error instanceof MongoServerSelectionError) {
      throw new UserProblem(`No MongoDB to write to answers there: ${error.message}`);
    }
    throw error;
  });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Runs a command; what its user can mend is told in a sentence, with exit code 1. */
export async function runCommand(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UserProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
