import { CopyButton } from '../parts/CopyButton.tsx';
import { writeAsked } from './asked.ts';

/** Copies the queries behind the view, to be run anywhere. */
export function CopyAsked() {
  return <CopyButton text={writeAsked}>Copy as GraphQL</CopyButton>;
}
