const usualThreads = 2;
/** More would only wait for one another: MongoDB has work to do as well. */
const mostThreads = 16;

/**
 * How many threads of this process take batches in.
 *
 * @param text of the environment; empty or absent: two
 * @throws where it is not a whole number from 0 to 16
 */
export function readIngestThreads(text: string | undefined): number {
  if (!text) return usualThreads;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0 && count <= mostThreads) return count;
  throw new Error(`INGEST_THREADS is "${text}": give a whole number from 0 to ${mostThreads}.`);
}
