/** What the codes of network errors mean to whoever set the webhook up. */
const meanings: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no such host.',
  EAI_AGAIN: 'Its name could not be looked up just now.',
  ECONNREFUSED: 'The connection was refused: nothing listens at this address.',
  ECONNRESET: 'The connection was broken off before an answer came.',
  EHOSTUNREACH: 'Its host cannot be reached.',
  ENETUNREACH: 'Its network cannot be reached.',
  ETIMEDOUT: 'No connection came about in time.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is signed by itself.',
  SELF_SIGNED_CERT_IN_CHAIN: 'Its certificate is signed by an authority that is not known.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'Its certificate is signed by an authority that is not known.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another host.',
};

/** A failed call in a sentence; the error's own words where its code says nothing to us. */
export function explainFailure(error: Error, timeoutMs: number): string {
  // An aborted request tells of the abortion, and why in its cause.
  const isLate = [error, error.cause].some(
    (one) => one instanceof Error && one.name === 'TimeoutError',
  );
  if (isLate) return `No answer came within ${timeoutMs / 1_000} s.`;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && meanings[code]) || error.message;
}
