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
 * What stands beside the labels of elements, so that no two of a page read the same: the end of each one's path, as much of it as it
 * takes, a step's place among its like as a number (`details 2 › summary`); else their classes.
 *
 * @returns by place; null where the label says enough
 */
export function tellApart(elements: readonly Listed[]): readonly (string | null)[] {
  const groups = Map.groupBy(elements.keys(), (i) =>
    JSON.stringify([elements[i]?.page, elements[i]?.label]),
  );
  const hints: (string | null)[] = elements.map(() => null);
  for (const places of groups.values()) {
    const group = places.flatMap((i) => elements[i] ?? []);
    const found = hintsOf(group);
    for (const [k, i] of places.entries()) hints[i] = found[k] ?? null;
  }
  return hints;
}

/** Of elements with one label on one page. */
function hintsOf(group: readonly Listed[]): readonly (string | null)[] {
  const paths = group.map(({ path }) => path.split(' > ').map(wordOf));
  const [only] = group;
  // A tag by itself is a name for nothing, even where it is alone.
  if (group.length === 1) return [isBareTag(only) ? endOf(paths[0] ?? [], 2) : null];
  const longest = Math.max(...paths.map((steps) => steps.length));
  for (let count = 1; count <= longest; count++) {
    const ends = paths.map((steps) => endOf(steps, count));
    if (!areDistinct(ends)) continue;
    const short = ends.map(withoutMiddle);
    return areDistinct(short) ? short : ends;
  }
  const classes = group.map(({ elementClass }) => elementClass?.split(/\s+/).join('.') ?? '');
  return areDistinct(classes) ? classes.map((name) => (name ? `.${name}` : 'no class')) : [];
}

/** `label:nth-of-type(2)` is `label 2`. */
function wordOf(step: string): string {
  return step.replace(/:nth-of-type\((\d+)\)/, ' $1');
}

function endOf(steps: readonly string[], count: number): string {
  return steps.slice(-count).join(' › ');
}

function withoutMiddle(end: string): string {
  const steps = end.split(' › ');
  return steps.length > 3 ? `${steps[0]} › … › ${steps.at(-1)}` : end;
}

function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

function isBareTag(element: Listed | undefined): boolean {
  if (!element) return false;
  const tag = /[a-z][a-z0-9-]*(?=(:nth-of-type\(\d+\))?$)/.exec(element.path)?.[0];
  return element.label === tag && element.path.includes(' > ');
}
