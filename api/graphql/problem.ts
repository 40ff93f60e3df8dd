import { GraphQLError } from 'graphql';

export type ProblemCode =
  | 'BAD_USER_INPUT'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'SITE_REQUIRED'
  | 'TOO_COMPLEX'
  | 'UNAUTHENTICATED';

/** A caller's mistake, told to the caller; any other error is masked and logged. The code is in `extensions.code`. */
export class Problem extends GraphQLError {
  constructor(code: ProblemCode, message: string) {
    super(message, { extensions: { code } });
  }
}
