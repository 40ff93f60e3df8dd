import { limits } from '../schema/limits.ts';

/**
 * Takes out of an address, a selector or an error message what could tell of a person: e-mail addresses, quoted parts,
 * runs of six digits or more, and tokens (16 or more letters and digits together, with what clings to them; UUIDs).
 */
export const maskText = (text: string): string =>
  text
    // Word by word: it takes time in proportion to a text's length, and pages throw errors with whole files in them.
    .replace(/[^\s/?=&:#"'`(<]+/g, (word) => word.replace(/^.+(@|%40)[^)>]+/i, '*'))
    .replace(/(["`])[^"`]*["`]?|\B'[^']*'?/g, '"*"')
    .replace(/[\w.-]{16,}/g, (word) =>
      word.match(/[a-z\d]{16,}/gi)?.some((run) => /\d/.test(run)) ? '*' : word,
    )
    .replace(/[\da-f]{8}-[\da-f-]{27}/gi, '*')
    .replace(/\d(?:[ -]?\d){8,}|\d{6,}/g, '*');

/** Room for any one field of an element. The collector cuts each to its own limit. */
const fieldChars = limits.pathChars;

/** A masked text, cut. */
export const shorten = (text: string | null | undefined, chars: number = fieldChars): string =>
  maskText(text ?? '').slice(0, chars);
