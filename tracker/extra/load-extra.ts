import type { extend } from './extra.ts';

/** Loads `t-extra.js`, where a site asks for what is in it. */
export type LoadExtra = () => Promise<{ readonly extend: typeof extend }>;
