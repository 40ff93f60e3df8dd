import type { CombinedError } from '@urql/core';

/** The API's code for what went wrong; `NETWORK` where it could not be reached. */
export function errorCode(error: CombinedError): string {
  if (error.networkError) return 'NETWORK';
  const code = error.graphQLErrors[0]?.extensions.code;
  return typeof code === 'string' ? code : 'UNKNOWN';
}
