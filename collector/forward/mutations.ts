/** What the collector says to the API. */
export const ingestMutation =
  'mutation ingest($batches: [Batch!]!) { ingest(batches: $batches) { status reason } }';
export const deadLetterMutation =
  'mutation deadLetter($letters: [DeadLetterInput!]!) { deadLetter(letters: $letters) }';
