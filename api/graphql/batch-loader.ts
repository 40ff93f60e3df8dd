/**
 * Collects the keys asked for within one turn of the event loop and loads them together; each key once.
 *
 * @param load gives values by key; a key without a value is absent
 */
export function makeBatchLoader<Value>(
  load: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | null> {
  const known = new Map<string, Promise<Value | null>>();
  let waiting: Promise<ReadonlyMap<string, Value>> | null = null;
  let keys: string[] = [];
  const loadTogether = (): Promise<ReadonlyMap<string, Value>> =>
    new Promise((resolve, reject) => {
      setImmediate(() => {
        const asked = keys;
        keys = [];
        waiting = null;
        load(asked).then(resolve, reject);
      });
    });
  return (key) => {
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    keys.push(key);
    waiting ??= loadTogether();
    const value = waiting.then((values) => values.get(key) ?? null);
    known.set(key, value);
    return value;
  };
}
