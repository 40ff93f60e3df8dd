/** An element among others. */
export interface Listed {
  /** Where the list says it is: elements of different pages need no telling apart. */
  readonly page: string;
  readonly label: string;
  /** A short CSS path, steps joined by ` > `. */
  readonly path: string;
  readonly elementClass?: string | null;
}

/**
 * What stands beside the labels of elements, so that no two of a page read the same: an element's place among its like, and the
 * nearest element around it that tells them apart (`2nd in nav`, `in 3rd details`), all around them where that is not enough;
 * else their classes.
 *
 * @returns by place; null where the label says enough
 */
export function tellApart(elements: readonly Listed[]): readonly (string | null)[] {
  const groups = Map.groupBy(elements.keys(), (i) =>
    JSON.stringify([elements[i]?.page, elements[i]?.label]),
  );
  const hints: (string | null)[] = elements.map(() => null);
  for (const places of groups.values()) {
    const found = hintsOf(places.flatMap((i) => elements[i] ?? []));
    for (const [k, i] of places.entries()) hints[i] = found[k] ?? null;
  }
  return hints;
}

/** Of elements with one label on one page. */
function hintsOf(group: readonly Listed[]): readonly (string | null)[] {
  const [first] = group;
  // A tag by itself is a name for nothing, even where it is alone.
  if (group.length === 1) return [first && isBareTag(first) ? wayTo(first, [1]) : null];
  const deepest = Math.max(...group.map(({ path }) => path.split(' > ').length));
  const around = Array.from({ length: deepest }, (_, k) => k);
  const ways = [
    ...around.map((k) => (k === 0 ? [] : [k])),
    ...around.map((k) => around.slice(1, k + 1)),
  ];
  for (const levels of ways) {
    const hints = group.map((each) => wayTo(each, levels));
    if (areDistinct(hints) && hints.every(Boolean)) return hints;
  }
  const classes = group.map(({ elementClass }) => elementClass?.split(/\s+/).join('.') ?? '');
  return areDistinct(classes) ? classes.map((name) => (name ? `.${name}` : 'no class')) : [];
}

/** An element's place among its like, and what is around it so many levels up: 1 is its parent. */
function wayTo({ path, label }: Listed, levels: readonly number[]): string {
  const steps = path.split(' > ').toReversed();
  const own = wordOf(steps[0] ?? '');
  // The label has said what it is.
  const place = label.startsWith(tagOf(steps[0] ?? '')) ? own.replace(/ ?[^ ]+$/, '') : own;
  const around = levels.flatMap((level) => (steps[level] ? [`in ${wordOf(steps[level])}`] : []));
  return [place, ...around].filter(Boolean).join(' ');
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** `details:nth-of-type(2)` is `2nd details`. */
function wordOf(step: string): string {
  const place = /:nth-of-type\((\d+)\)/.exec(step)?.[1];
  if (!place) return step;
  return `${place}${endings[ordinals.select(Number(place))]} ${tagOf(step)}`;
}

function tagOf(step: string): string {
  return step.replace(/:nth-of-type\(\d+\)/, '');
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

function isBareTag({ path, label }: Listed): boolean {
  return path.includes(' > ') && tagOf(path.split(' > ').at(-1) ?? '') === label;
}
