import { A } from '@solidjs/router';
import { createTitle } from './title.ts';

export function NotFound() {
  createTitle(() => 'Not found');
  return (
    <div class="view">
      <h1>Nothing here</h1>
      <p>
        This address belongs to no view. <A href="/sessions">See the sessions</A>
      </p>
    </div>
  );
}
