import type { PointerRow } from '../../tracker/virtual.ts';
import { UserProblem } from '../user-problem.ts';
import type { Recording, RecordingFormat } from './recording.ts';

/** Pages of the MSNBC.com Anonymous Web Data (UCI Machine Learning Repository), by their numbers from 1 on. */
export const navigationPages = [
  'frontpage',
  'news',
  'tech',
  'local',
  'opinion',
  'on-air',
  'misc',
  'weather',
  'msn-news',
  'health',
  'living',
  'business',
  'msn-sports',
  'sports',
  'summary',
  'bbs',
  'travel',
] as const;

/** Made up: the recordings tell in which order pages were viewed, and nothing of when. */
export const viewGapMs = 10_000;

/**
 * The pages that people visited, a person a line, numbers with a space between. A session each: a view every 10 s, and it
 * ends with the last one.
 */
export const navigationLines: RecordingFormat = {
  name: 'page visits',
  matches: (firstLine) => /^\d{1,3}( \d{1,3})* ?$/.test(firstLine),
  read: readNavigation,
};

async function* readNavigation(
  file: string,
  lines: AsyncIterable<string>,
): AsyncGenerator<Recording> {
  let number = 0;
  for await (const line of lines) {
    number++;
    const visited = line.trim();
    if (visited === '') continue;
    const addresses = visited.split(' ').map((page) => addressOf(page, `${file}, line ${number}`));
    yield {
      file,
      source: String(number),
      person: `${file}, line ${number}`,
      url: addresses[0] ?? '',
      viewportWidth: 1_280,
      viewportHeight: 800,
      rows: addresses.map(makeRow),
    };
  }
}

function addressOf(page: string, place: string): string {
  const name = /^\d{1,3}$/.test(page) ? navigationPages[Number(page) - 1] : undefined;
  if (!name) {
    throw new UserProblem(
      `${place}: there is no page "${page}", only 1 to ${navigationPages.length}`,
    );
  }
  return `https://replay.example/${name}`;
}

function makeRow(url: string, index: number): PointerRow {
  const row = { tMs: index * viewGapMs, kind: 'none', x: 0, y: 0 } as const;
  return index === 0 ? row : { ...row, url };
}
