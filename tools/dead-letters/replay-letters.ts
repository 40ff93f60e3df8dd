import { deadLetters } from '../../api/store/dead-letters.ts';
import type { Store } from '../../api/store/open-store.ts';
import { findLetters, type Letter, type LetterChoice } from './letters.ts';

/** The API that takes them in again. */
export interface ReplayTarget {
  /** Its address, without a path. */
  readonly apiUrl: string;
  readonly ingestSecret: string;
}

/** What became of the letters, by the API's answer; `unreadable` ones could not even be handed over. */
export type ReplayCounts = Record<
  'ACCEPTED' | 'DUPLICATE' | 'REJECTED' | 'RETRY' | 'unreadable',
  number
>;

const atOnce = 100;

/**
 * Hands dead letters over once more, just as the collector does. Each that gets a final answer goes; of what is refused again the API
 * keeps a new letter, with the reason of today.
 *
 * @throws where the API does not answer
 */
export async function replayLetters(
  store: Store,
  choice: LetterChoice,
  target: ReplayTarget,
): Promise<ReplayCounts> {
  const counts = { ACCEPTED: 0, DUPLICATE: 0, REJECTED: 0, RETRY: 0, unreadable: 0 };
  // By their ids, since what is refused again comes to lie among them meanwhile; and some at a time, since there may be many.
  const ids = await findLetters(store, choice).project<Pick<Letter, '_id'>>({ _id: 1 }).toArray();
  for (let i = 0; i < ids.length; i += atOnce) {
    const some = ids.slice(i, i + atOnce).map(({ _id }) => _id);
    const letters = await deadLetters
      .in(store.db)
      .find({ _id: { $in: some } })
      .sort({ receivedAt: 1 })
      .toArray();
    await replaySome(store, letters, target, counts);
  }
  return counts;
}

async function replaySome(
  store: Store,
  letters: readonly Letter[],
  target: ReplayTarget,
  counts: ReplayCounts,
): Promise<void> {
  const readable = letters.flatMap((letter) => {
    const batch = toBatch(letter);
    return batch === null ? [] : [{ letter, batch }];
  });
  counts.unreadable += letters.length - readable.length;
  const statuses = await ingest(
    target,
    readable.map(({ batch }) => batch),
  );
  for (const [n, status] of statuses.entries()) {
    counts[status]++;
    const { letter } = readable[n] ?? {};
    if (letter && status !== 'RETRY') await deadLetters.in(store.db).deleteOne({ _id: letter._id });
  }
}

/** What is handed over: all that was known, or else the body alone. */
function toBatch({ batch, body, receivedAt }: Letter): unknown {
  if (batch) return JSON.parse(batch);
  const isPacked = /^[A-Za-z0-9+/]+={0,2}$/.test(body);
  return isPacked ? { body, receivedAt: receivedAt.getTime() } : null;
}

async function ingest({ apiUrl, ingestSecret }: ReplayTarget, batches: readonly unknown[]) {
  const response = await fetch(new URL('/graphql', apiUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ingestSecret}` },
    body: JSON.stringify({
      query: 'mutation ($batches: [Batch!]!) { ingest(batches: $batches) { status } }',
      variables: { batches },
    }),
  });
  const answer = (await response.json()) as {
    readonly data?: { readonly ingest: readonly { readonly status: BatchStatus }[] } | null;
    readonly errors?: readonly { readonly message: string }[];
  };
  if (!answer.data) throw new Error(answer.errors?.[0]?.message ?? `HTTP ${response.status}`);
  return answer.data.ingest.map(({ status }) => status);
}

type BatchStatus = Exclude<keyof ReplayCounts, 'unreadable'>;
