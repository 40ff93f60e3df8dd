import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findDataDir } from '../data-dir.ts';
import type { SeedRecord } from './claim-month.ts';

/** Where this machine remembers what it seeded: one file an API and site. */
export function findRecordFile(apiUrl: string, site: string): string {
  const { host } = new URL(apiUrl);
  return join(findDataDir(), 'seed', `${host.replaceAll(':', '-')} ${site}.json`);
}

/** @returns null where nothing is remembered */
export async function readRecord(file: string): Promise<SeedRecord | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : JSON.parse(text);
}

export async function writeRecord(file: string, record: SeedRecord): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(record));
}
