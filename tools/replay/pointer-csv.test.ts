import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRecordings } from './read-recordings.ts';

const header = 'session,record timestamp,client timestamp,button,state,x,y';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trailgraph-csv-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function read(rows: readonly string[], name = 'anna.csv.gz') {
  const file = join(folder, name);
  const text = `${[header, ...rows].join('\n')}\n`;
  await writeFile(file, name.endsWith('.gz') ? gzipSync(text) : text);
  const recordings = [];
  for await (const recording of readRecordings(file)) recordings.push(recording);
  return recordings;
}

describe('recorded pointer data', () => {
  it('is read as sessions of one person, rows in file order', async () => {
    const rows = ['s1,0.0,0.0,NoButton,Move,10,20', 's2,0.0,5.109000000171,Left,Pressed,3,4'];
    const recordings = await read([...rows, 's2,0.0,5.2,Left,Released,3,4']);
    expect(recordings.map(({ source, person, rows: all }) => [source, person, all.length])).toEqual(
      [
        ['s1', 'anna', 1],
        ['s2', 'anna', 2],
      ],
    );
    expect(recordings[1]?.rows).toEqual([
      { tMs: 5_109, kind: 'down', x: 3, y: 4 },
      { tMs: 5_200, kind: 'up', x: 3, y: 4 },
    ]);
  });

  it('counts on where the 32-bit clock wraps, and only there', async () => {
    const [recording] = await read([
      's,0,4294967.290,NoButton,Move,1,1',
      's,0,4294967.280,NoButton,Move,1,1',
      's,0,0.004,NoButton,Move,2,2',
      's,0,1.000,NoButton,Drag,3,3',
    ]);
    expect(recording?.rows.map(({ tMs }) => tMs)).toEqual([
      4_294_967_290, 4_294_967_280, 4_294_967_300, 4_294_968_296,
    ]);
  });

  it('keeps rows without a position for their time alone', async () => {
    const [recording] = await read([
      's,0,0,NoButton,Scroll,0,0',
      's,0,0.1,Scroll,Down,0,0',
      's,0,0.2,NoButton,Move,65535,65535',
      's,0,0.3,Left,Pressed,-1,5',
      's,0,0.4,Right,Pressed,5,5',
      's,0,0.5,NoButton,Move,0,0',
      's,0,0.6,NoButton,Move,99,49',
    ]);
    expect(recording?.rows.map(({ kind }) => kind)).toEqual([
      'none',
      'none',
      'none',
      'none',
      'none',
      'move',
      'move',
    ]);
    expect(recording).toMatchObject({ viewportWidth: 100, viewportHeight: 50 });
  });

  it('may be unpacked', async () => {
    expect(await read(['s,0,0,NoButton,Move,1,1'], 'plain.csv')).toHaveLength(1);
  });
});

describe('a file that can not be replayed', () => {
  it('is named with the line that is wrong', async () => {
    await expect(read(['s,0,0,NoButton,Move,1,1', 's,0,0,NoButton,Move,1'])).rejects.toThrow(
      /anna\.csv\.gz, line 3: has 6 columns, expected 7/,
    );
    await expect(read(['s,0,zero,NoButton,Move,1,1'])).rejects.toThrow(
      'line 2, client timestamp: "zero" is no number',
    );
  });

  it('is told from one of another kind, a missing one and a damaged one', async () => {
    const other = join(folder, 'other.csv');
    await writeFile(other, 'a,b,c\n1,2,3\n');
    await expect(readRecordings(other).next()).rejects.toThrow(
      'line 1: these columns are not known: "a,b,c"',
    );
    await expect(readRecordings(join(folder, 'none.csv')).next()).rejects.toThrow(
      'there is no such file',
    );
    const damaged = join(folder, 'damaged.csv.gz');
    await writeFile(damaged, 'not packed at all');
    await expect(readRecordings(damaged).next()).rejects.toThrow("can't be unpacked");
  });
});
