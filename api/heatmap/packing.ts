/** Sums by member and field: of a page's day, the tiles with their cells. */
export type Table = ReadonlyMap<string, ReadonlyMap<number, number>>;

/**
 * Packs a table: a length and the members' names (JSON), then for each member the number of its fields and, ascending, each
 * field's distance from the one before with its sum. All are variable-length whole numbers of 7 bits a byte (sums zigzag), about
 * 2.3 bytes a cell where a document's field takes 10.
 */
export function packTable(table: Table): Uint8Array {
  const members = [...table].map(([name, fields]) => ({ name, fields: nonZero(fields) }));
  const filled = members.filter(({ fields }) => fields.length > 0);
  const names = new TextEncoder().encode(JSON.stringify(filled.map(({ name }) => name)));
  const bytes: number[] = [];
  putWhole(bytes, names.length);
  for (const byte of names) bytes.push(byte);
  for (const { fields } of filled) {
    putWhole(bytes, fields.length);
    let before = 0;
    for (const [field, sum] of fields) {
      putWhole(bytes, field - before);
      putWhole(bytes, sum < 0 ? -2 * sum - 1 : 2 * sum);
      before = field;
    }
  }
  return new Uint8Array(bytes);
}

/** Calls `visit` for each sum of a packed table: no table is built, readers add to their own. */
export function readPacked(
  packed: Uint8Array,
  visit: (member: string, field: number, sum: number) => void,
): void {
  let at = 0;
  const whole = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = packed[at++] ?? 0;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const nameBytes = whole();
  const names = JSON.parse(new TextDecoder().decode(packed.subarray(at, at + nameBytes)));
  at += nameBytes;
  for (const name of names as string[]) {
    let field = 0;
    for (let left = whole(); left > 0; left--) {
      field += whole();
      const sum = whole();
      visit(name, field, sum % 2 === 1 ? -(sum + 1) / 2 : sum / 2);
    }
  }
}

/** Adds to a table that is being built. */
export function addTo(
  table: Map<string, Map<number, number>>,
  member: string,
  field: number,
  by: number,
): void {
  const fields = table.get(member) ?? new Map<number, number>();
  table.set(member, fields);
  fields.set(field, (fields.get(field) ?? 0) + by);
}

function nonZero(fields: ReadonlyMap<number, number>): [number, number][] {
  return [...fields].filter(([, sum]) => sum !== 0).sort(([a], [b]) => a - b);
}

function putWhole(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
