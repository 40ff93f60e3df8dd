import { type Operation, stringifyDocument, type TypedDocumentNode } from '@urql/core';

type Definition = TypedDocumentNode['definitions'][number];

const asked = new Map<string, Operation>();

/** Remembers a query by its name: the last one of each is what a view shows. */
export function rememberAsked(operation: Operation): void {
  if (operation.kind !== 'query') return;
  const name = nameOf(operation);
  asked.delete(name);
  asked.set(name, operation);
}

/** Another view asks its own questions. */
export function forgetAsked(): void {
  asked.clear();
}

/** What the view has asked the API for: one GraphQL document, each query's variables in a comment at the top. */
export function writeAsked(): string {
  const operations = [...asked.values()];
  const definitions = new Map<string, Definition>();
  for (const { query } of operations)
    for (const definition of query.definitions) definitions.set(keyOf(definition), definition);
  const variables = operations.map(
    (operation) => `# ${nameOf(operation)}: ${JSON.stringify(operation.variables)}`,
  );
  const document = { kind: 'Document', definitions: [...definitions.values()] };
  return `${variables.join('\n')}\n\n${stringifyDocument(document as TypedDocumentNode)}\n`;
}

function nameOf({ query }: Operation): string {
  return (
    query.definitions
      .map(keyOf)
      .find((key) => key.startsWith('OperationDefinition'))
      ?.split(' ')[1] ?? ''
  );
}

function keyOf(definition: Definition): string {
  const name = 'name' in definition ? definition.name?.value : '';
  return `${definition.kind} ${name}`;
}
