import { GraphQLError, valueFromASTUntyped } from 'graphql';
import { builder } from '../graphql/builder.ts';

/** It is parsed by the mutation, batch by batch: one that is malformed must not refuse its company. */
builder.scalarType('Batch', {
  description:
    'A packed batch with what the collector knows of it, a JSON object: `{ body: <base64>, receivedAt: <ms since 1970>, country, region, browser, os, device: "desktop" | "tablet" | "mobile", automated }`.',
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  serialize: () => {
    throw new GraphQLError('Batch is for input only.');
  },
});
