interface Known {
  readonly visitorId: string;
}

/**
 * The list with a newer first page and a page that was added at its end: whoever the first page no longer holds, since others
 * came in above, stays where they were.
 */
export function mergePeople<Person extends Known>(
  first: readonly Person[],
  known: readonly Person[],
  later: readonly Person[],
): readonly Person[] {
  const byVisitor = new Map<string, Person>();
  for (const person of [...first, ...known, ...later])
    if (!byVisitor.has(person.visitorId)) byVisitor.set(person.visitorId, person);
  return [...byVisitor.values()];
}
