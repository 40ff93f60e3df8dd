import { limits } from '../schema/limits.ts';

const token = /[a-z\d]{16,}|[\da-f-]{36}/gi;

/**
 * Takes out of an address, a selector or an error message what could tell of a person: e-mail addresses and tokens (16 or more
 * letters and digits together; UUIDs) with what clings to them, quoted parts, runs of six digits or more. The time it takes
 * grows with the length and no faster: pages throw errors that have whole files in them.
 */
export const maskText = (text: string): string =>
  text
    .replace(/[^\s/?=&:#"'`(<]+/g, (word) =>
      /.(@|%40)[^)>]/.test(word) || /\d/.test(`${word.match(token)}`) ? '*' : word,
    )
    .replace(/(["`])[^"`]*["`]?|\B'[^']*'?/g, '"*"')
    .replace(/\d(?:[ -]?\d){8,}|\d{6,}/g, '*');

/** Room for any one field of an element. The collector cuts each to its own limit. */
const fieldChars = limits.pathChars;

/** A masked text, cut. */
export const shorten = (text: string | null | undefined, chars: number = fieldChars): string =>
  text ? maskText(text).slice(0, chars) : '';
