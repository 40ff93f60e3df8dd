/** Something that the person at the keyboard can mend: the message is one clear sentence that says how. */
export class UserProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UserProblem';
  }
}
