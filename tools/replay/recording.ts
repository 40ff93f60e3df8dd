import type { PointerRow } from '../../tracker/virtual.ts';

/** One session as somebody recorded it, ready to be played through the tracker. */
export interface Recording {
  /** The file it comes from, as it was given. */
  readonly file: string;
  /** The session's name in that file. */
  readonly source: string;
  /** The same for all recordings of one person. */
  readonly person: string;
  /** The first page. */
  readonly url: string;
  readonly viewportWidth: number;
  readonly viewportHeight: number;
  /** In file order, one at least. */
  readonly rows: readonly PointerRow[];
}

/** A kind of file that can be replayed. */
export interface RecordingFormat {
  readonly name: string;
  /** Whether a file's first line says that it is of this kind. */
  readonly matches: (firstLine: string) => boolean;
  /**
   * Reads the recordings one after another.
   *
   * @param lines all lines, the first included
   * @throws {UserProblem} with the line's number, where one can't be read
   */
  readonly read: (file: string, lines: AsyncIterable<string>) => AsyncGenerator<Recording>;
}
