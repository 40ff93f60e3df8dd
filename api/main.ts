import { readOwnerToken } from './auth/owner-token.ts';
import { readIngestThreads } from './ingest/ingest-threads.ts';
import { readGeminiSettings } from './insights/gemini/settings.ts';
import { makeLog } from './log.ts';
import { createApi } from './server.ts';

/** The API by itself, as a replica is run. Everything comes from the environment; CONTRIBUTING.md lists the names. */
const log = makeLog('info');
const { env } = process;
const mongodbUri = env['MONGODB_URI'];
const ingestSecret = env['INGEST_SECRET'];
if (!mongodbUri || !ingestSecret) {
  log.error('Set MONGODB_URI (a replica set) and INGEST_SECRET (the same as the collector has).');
  process.exit(1);
}
const localMode = env['LOCAL_MODE'] === 'true';
const ownerToken =
  env['OWNER_TOKEN'] ??
  (localMode ? undefined : await readOwnerToken(env['OWNER_TOKEN_FILE'] ?? '.data/owner-token'));

const api = await createApi({
  mongodbUri,
  ingestThreads: readIngestThreads(env['INGEST_THREADS']),
  port: Number(env['PORT'] ?? 5001),
  host: env['HOST'] ?? (localMode ? '127.0.0.1' : '0.0.0.0'),
  localMode,
  ingestSecret,
  ownerToken,
  metricsToken: env['METRICS_TOKEN'] || undefined,
  allowedOrigins: (env['ALLOWED_ORIGINS'] ?? '').split(',').filter((origin) => origin !== ''),
  gemini: readGeminiSettings(env),
  log,
});
log.info({ url: api.url }, 'listening');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    api.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  });
}
