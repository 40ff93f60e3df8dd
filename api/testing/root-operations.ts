import { isObjectType } from 'graphql';
import { schema } from '../graphql/schema.ts';

/** A valid operation for each root field, made from the schema: required arguments get some value. */
export function makeOperations(kind: 'query' | 'mutation' | 'subscription') {
  const type = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }[kind];
  const root = schema.getType(type);
  if (!isObjectType(root)) throw new Error(`no ${type}`);
  return Object.values(root.getFields()).map((field) => {
    const given = field.args.filter(
      (arg) => String(arg.type).endsWith('!') && arg.defaultValue === undefined,
    );
    const args = given.map((arg) => `${arg.name}: ${exampleOf(String(arg.type))}`).join(', ');
    const isLeaf = /^\[?(Boolean|Int|String|ID)/.test(String(field.type));
    const selection = isLeaf ? '' : '{ __typename }';
    return {
      field: field.name,
      query: `${kind} { ${field.name}${args ? `(${args})` : ''} ${selection} }`,
    };
  });
}

const examples: Readonly<Record<string, string>> = {
  // The global id of a session that is not there.
  'ID!': '"U2Vzc2lvbjpzaG9wL3g"',
  'String!': '"x"',
  'Int!': '1',
  'TimelineMetric!': 'CLICKS',
  'CreateSiteInput!': '{ siteId: "fresh" }',
  'UpdateSiteInput!': '{ name: "x" }',
  'SaveFunnelInput!': '{ name: "x", steps: [{ page: "/" }, { page: "/cart" }] }',
  'AlertInput!': '{ name: "x" }',
  'CreateTokenInput!': '{ name: "x", role: READER, sites: ["shop"] }',
};

function exampleOf(type: string): string {
  return examples[type] ?? (type.startsWith('[') ? '[]' : 'null');
}
