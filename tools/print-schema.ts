import { writeFile } from 'node:fs/promises';
import { printSdl } from '../api/graphql/print-schema.ts';

/** Writes `schema/schema.graphql`: what clients are generated from. */
await writeFile(new URL('../schema/schema.graphql', import.meta.url), printSdl());
