import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { minify } from 'terser';
import { limits } from '../schema/limits.ts';
import * as events from '../schema/wire/events.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const { BoxKind, Cause, FormState, PressFlag, Pointer, ReactionKind, ViewKind, Visibility } =
  events;
const constants: Record<string, Record<string, number>> = {
  limits,
  BoxKind,
  Cause,
  FormState,
  PressFlag,
  Pointer,
  ReactionKind,
  ViewKind,
  Visibility,
};

/** Names that are read or written from outside, and so stay: options, the public face, answers, what DOM lists lack. */
const kept =
  'apiUrl site trackMouseMove trackMouseClick trackScroll sampleRate sessionRate wireframeRate sampleMs sampling transport cookieless params debug init identify track optOut optIn trailgraph globalPrivacyControl doNotTrack status retryAfterMs extend stack makeJudge control textarea option canvas video html';
/** Names that some DOM object has, too, but none that we touch. */
const own =
  'record page after date view element elements number path causes events moves session header presses start leave open event end later answer known on move url watch at looks visitor isOpen stop indexes isOpen stop seq bytes adopt empty options rim outbox t';
/** Writes codes and limits (`Cause.scroll`) as the numbers they are: bundlers keep whole tables of them. */
const inlineConstants: Plugin = {
  name: 'inline-constants',
  setup: ({ onLoad }) => {
    onLoad({ filter: /tracker[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const names = Object.keys(constants).join('|');
      const contents = source.replace(
        new RegExp(`\\b(${names})\\.(\\w+)`, 'g'),
        (text, table: string, name: string) => `${constants[table]?.[name] ?? text}`,
      );
      return { contents, loader: 'ts' };
    });
  },
};

/** Renamed properties, the same in all files, as `t-extra.js` works on what `t.js` made. */
const nameCache: NameCache = {};
const ownNameCache: NameCache = {};

interface NameCache {
  readonly props?: { readonly props: Readonly<Record<string, string>> };
}
/**
 * Ends the names of what `t.js` calls in the files that it loads later, once it is built: those of another version, out of a
 * browser's cache, have other short names, and must not be taken for its own.
 */
let version = '';
const entries = /\b(makeJudge|extend)\b/g;

/** The short names that were given out: the other cache is not to give them to something else in the next file. */
const givenBy = ({ props }: NameCache): string[] => Object.values(props?.props ?? {});

/** Found by trying each option: what makes the file shorter may make it pack worse. */
const compress = {
  booleans_as_integers: true,
  passes: 3,
  arrows: false,
  hoist_funs: true,
  inline: 1,
  lhs_constants: false,
  pure_getters: true,
  unsafe: true,
  unsafe_arrows: true,
  unsafe_comps: true,
  unsafe_math: true,
  unsafe_methods: true,
} as const;

async function buildFile(entry: string, name: string, format: 'iife' | 'esm'): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    target: 'es2022',
    format,
    external: ['./t-extra.js', './t-press.js'],
    plugins: [inlineConstants],
  });
  // One word for all declarations joins and packs better.
  const code = (outputFiles[0]?.text ?? '').replace(/\bconst\b/g, 'let');
  const shared = { ecma: 2022, module: format === 'esm', toplevel: true } as const;
  const short = await minify(code, {
    ...shared,
    nameCache,
    compress,
    mangle: { properties: { reserved: [...kept.split(' '), ...givenBy(ownNameCache)] } },
  });
  const regex = new RegExp(`^(?:${own.replace(/ /g, '|')})$`);
  const shorter = await minify(short.code ?? '', {
    ...shared,
    nameCache: ownNameCache,
    compress: false,
    mangle: { properties: { builtins: true, regex, reserved: givenBy(nameCache) } },
  });
  version ||= createHash('sha256')
    .update(JSON.stringify([nameCache, ownNameCache]))
    .digest('hex')
    .slice(0, 4);
  // At once, for whoever reads it meanwhile or builds it, too.
  const fresh = here(`dist/${name}.${randomUUID()}`);
  await writeFile(fresh, (shorter.code ?? '').replace(entries, `$1${version}`));
  await rename(fresh, here(`dist/${name}`));
}

/**
 * Writes `tracker/dist`: `t.js` for the script tag, `t-extra.js` that it loads where a site asks for more, and
 * `index.js` with `index.d.ts` for npm.
 */
export async function buildTracker(): Promise<void> {
  await mkdir(here('dist'), { recursive: true });
  await buildFile('script-tag.ts', 't.js', 'iife');
  await buildFile('extra/extra.ts', 't-extra.js', 'esm');
  await buildFile('judge/judge.ts', 't-press.js', 'esm');
  await buildFile('index.ts', 'index.js', 'esm');
  await writeTypes();
}

/** Types for npm: the public ones, which import nothing, and the class that has them. */
async function writeTypes(): Promise<void> {
  const types = await readFile(here('public-types.ts'), 'utf8');
  const face = `
export interface MouseTracker extends Tracker {}
export declare class MouseTracker {
  constructor(options: TrackerOptions);
}
export default MouseTracker;
`;
  await writeFile(here('dist/index.d.ts'), types + face);
}

if (import.meta.main) await buildTracker();
