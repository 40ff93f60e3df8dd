export { makeJudge } from './judge/judge.ts';
