import { createQuery } from '@urql/solid';
import { For, Show } from 'solid-js';
import { PageNamesDocument } from '../generated/pages.ts';
import { useSite } from './site-context.ts';

/** Chooses one of the site's pages; the most seen come first. */
export function PagePicker(props: {
  readonly page: string | undefined;
  readonly onChange: (page: string | undefined) => void;
  /** What no choice means; without it the choice is one of the pages. */
  readonly anyLabel?: string;
}) {
  const routes = createPageNames();
  const options = () => {
    const { page } = props;
    const known = routes();
    return page && !known.includes(page) ? [page, ...known] : known;
  };
  return (
    <label>
      <span class="screen-reader-only">Page</span>
      <select
        class="field page-picker"
        onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
      >
        <Show when={props.anyLabel}>
          <option value="" selected={!props.page}>
            {props.anyLabel}
          </option>
        </Show>
        <For each={options()}>
          {(route) => (
            <option value={route} selected={route === props.page}>
              {route}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}

/** The site's routes, the most seen first. */
export function createPageNames(): () => readonly string[] {
  const { siteId } = useSite();
  const [result] = createQuery({
    query: PageNamesDocument,
    variables: () => ({ site: siteId() ?? null }),
    pause: () => siteId() === undefined,
  });
  return () => result.data?.pages.nodes.map(({ route }) => route) ?? [];
}
