import { basename } from 'node:path';
import type { PointerRow } from '../../tracker/virtual.ts';
import { UserProblem } from '../user-problem.ts';
import type { Recording, RecordingFormat } from './recording.ts';

const columns = 'session,record timestamp,client timestamp,button,state,x,y';
const columnCount = columns.split(',').length;
/** Made up: the recordings are of desktops, not of web pages. */
const url = 'https://replay.example/desktop';

/** `0xFFFF`: the recorder had no position. */
const NO_POSITION = 65_535;
/** The clock is a 32-bit counter of ms: a drop by more than half of it is its wrap. */
const CLOCK_RANGE_MS = 2 ** 32;

/** Pointer events of the Balabit Mouse Dynamics Challenge, with the session's name as first column. */
export const pointerCsv: RecordingFormat = {
  name: 'pointer events',
  matches: (firstLine) => firstLine === columns,
  read: readPointerCsv,
};

interface OpenSession {
  readonly source: string;
  readonly rows: PointerRow[];
  lastMs: number;
  wrapsMs: number;
  /** Largest valid coordinates. */
  maxX: number;
  maxY: number;
}

async function* readPointerCsv(
  file: string,
  lines: AsyncIterable<string>,
): AsyncGenerator<Recording> {
  let open: OpenSession | null = null;
  let number = 0;
  for await (const line of lines) {
    number++;
    if (number === 1 || line === '') continue;
    const place = `${file}, line ${number}`;
    const fields = line.split(',');
    const [source = ''] = fields;
    if (fields.length !== columnCount || source === '') {
      throw new UserProblem(
        `${place}: has ${fields.length} columns, expected ${columnCount}: ${columns}`,
      );
    }
    if (open && open.source !== source) {
      yield closeSession(file, open);
      open = null;
    }
    open ??= { source, rows: [], lastMs: 0, wrapsMs: 0, maxX: 0, maxY: 0 };
    addRow(open, fields, place);
  }
  if (open) yield closeSession(file, open);
}

function addRow(session: OpenSession, fields: readonly string[], place: string): void {
  const [, , time, button = '', state = '', xText, yText] = fields;
  const clockMs = Math.round(readNumber(time, `${place}, client timestamp`) * 1000);
  const x = readNumber(xText, `${place}, x`);
  const y = readNumber(yText, `${place}, y`);
  if (clockMs + session.wrapsMs < session.lastMs - CLOCK_RANGE_MS / 2) {
    session.wrapsMs += CLOCK_RANGE_MS;
  }
  session.lastMs = clockMs + session.wrapsMs;
  const isValid = button !== 'Scroll' && isPosition(x) && isPosition(y);
  if (isValid) {
    session.maxX = Math.max(session.maxX, x);
    session.maxY = Math.max(session.maxY, y);
  }
  const kind = isValid ? nameKind(button, state) : 'none';
  session.rows.push({ tMs: session.lastMs, kind, x, y });
}

function isPosition(coordinate: number): boolean {
  return coordinate !== NO_POSITION && coordinate >= 0;
}

/** Wheel notches (always at 0, 0) and other buttons count as activity only. */
function nameKind(button: string, state: string): PointerRow['kind'] {
  if (state === 'Move' || state === 'Drag') return 'move';
  if (button !== 'Left') return 'none';
  if (state === 'Pressed') return 'down';
  return state === 'Released' ? 'up' : 'none';
}

function readNumber(text: string | undefined, place: string): number {
  const value = Number(text);
  if (text === undefined || text.trim() === '' || !Number.isFinite(value)) {
    throw new UserProblem(`${place}: "${text ?? ''}" is no number`);
  }
  return value;
}

function closeSession(file: string, session: OpenSession): Recording {
  return {
    file,
    source: session.source,
    person: basename(file).split('.')[0] ?? file,
    url,
    viewportWidth: session.maxX + 1,
    viewportHeight: session.maxY + 1,
    rows: session.rows,
  };
}
