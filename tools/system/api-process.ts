import { readIngestThreads } from '../../api/ingest/ingest-threads.ts';
import { readGeminiSettings } from '../../api/insights/gemini/settings.ts';
import { createApi } from '../../api/server.ts';
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
}

runPart<ApiPartOptions>((options) =>
  createApi({
    ...options,
    ingestThreads: readIngestThreads(process.env['INGEST_THREADS']),
    host: '127.0.0.1',
    gemini: readGeminiSettings(process.env),
  }),
);
