import { readIngestThreads } from '../../api/ingest/ingest-threads.ts';
import { readGeminiSettings } from '../../api/insights/gemini/settings.ts';
import { type ApiOptions, createApi } from '../../api/server.ts';
import { runPart } from './child.ts';

export interface ApiPartOptions {
  readonly port: number;
  readonly mongodbUri: string;
  readonly ingestSecret: string;
  readonly ownerToken: string;
  readonly localMode: boolean;
  /** Origins of pages that may ask: the dashboard's, by each name of this machine. */
  readonly allowedOrigins: readonly string[];
  readonly sites: readonly {
    readonly siteId: string;
    readonly name: string;
    readonly timeZone: string;
  }[];
  /** Of the environment, unless told. */
  readonly ingestThreads?: number;
  readonly commitLimits?: ApiOptions['commitLimits'];
}

runPart<ApiPartOptions>((options) =>
  createApi({
    ingestThreads: readIngestThreads(process.env['INGEST_THREADS']),
    ...options,
    host: '127.0.0.1',
    gemini: readGeminiSettings(process.env),
  }),
);
