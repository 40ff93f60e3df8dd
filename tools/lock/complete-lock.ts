/** The part of `package-lock.json` that matters here. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

export interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const systems = [
  'windows',
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
  '64',
];

/**
 * Adds the optional packages of other platforms that npm has left out: it drops those that it could not look up
 * (npm/cli#4828), and `npm ci` then refuses the whole lock file.
 *
 * @returns the completed lock, and the names that were missing
 * @throws Error for a missing package whose name does not say its platform, or whose version is no exact one
 */
export function completeLock(lock: Lock): {
  readonly lock: Lock;
  readonly added: readonly string[];
} {
  const packages: Record<string, LockEntry> = { ...lock.packages };
  const added: string[] = [];
  for (const [owner, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const place = findFreePlace(packages, owner, name, version);
      if (place === null) continue;
      packages[place] = makeEntry(name, version, entry);
      added.push(`${name}@${version}`);
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

/** Where a missing package goes: beside its owner, as npm does it, or inside where that is taken; null: it is there. */
function findFreePlace(
  packages: Readonly<Record<string, LockEntry>>,
  owner: string,
  name: string,
  version: string,
): string | null {
  const places = listPlaces(owner, name);
  const found = places.map((place) => packages[place]).find((present) => present !== undefined);
  if (found && (found.version === version || !isExact(version))) return null;
  return places.slice(0, 2).findLast((place) => !packages[place]) ?? null;
}

/** Where a package at `owner` finds `name`, nearest first: inside it, then beside it, then above. */
function listPlaces(owner: string, name: string): readonly string[] {
  const places: string[] = [];
  for (
    let path = owner;
    ;
    path = path.slice(0, path.lastIndexOf('node_modules/')).replace(/\/$/, '')
  ) {
    places.push(path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`);
    if (path === '') return places;
  }
}

function isExact(version: string): boolean {
  return /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);
}

function makeEntry(name: string, version: string, owner: LockEntry & { dev?: boolean }): LockEntry {
  if (!isExact(version)) {
    throw new Error(`${name} is missing from the lock, and ${version} is no exact version.`);
  }
  const words = (name.split('/').at(-1) ?? '').split('-');
  const os = words
    .filter((word) => systems.includes(word))
    .map((word) => (word === 'windows' ? 'win32' : word));
  const cpu = words
    .filter((word) => processors.includes(word))
    .map((word) => (word === '64' ? 'x64' : word));
  if (os.length === 0 && cpu.length === 0) {
    throw new Error(`${name} is missing from the lock, and its name says no platform.`);
  }
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(owner.dev ? { dev: true } : {}),
    ...(libcOf(words) ? { libc: [libcOf(words)] } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  } as LockEntry;
}

function libcOf(words: readonly string[]): string | undefined {
  if (words.some((word) => word.startsWith('musl'))) return 'musl';
  return words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
}
