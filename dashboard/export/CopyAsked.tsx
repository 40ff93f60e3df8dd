import { useLocation } from '@solidjs/router';
import { createComputed, on } from 'solid-js';
import { CopyButton } from '../parts/CopyButton.tsx';
import { forgetAsked, writeAsked } from './asked.ts';

/** Copies the queries behind the view, to be run anywhere. */
export function CopyAsked() {
  const location = useLocation();
  createComputed(on(() => location.pathname, forgetAsked, { defer: true }));
  return (
    <footer class="frame-foot">
      <CopyButton text={writeAsked}>Copy as GraphQL</CopyButton>
    </footer>
  );
}
