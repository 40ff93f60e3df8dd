export { extend } from './extra/extra.ts';
