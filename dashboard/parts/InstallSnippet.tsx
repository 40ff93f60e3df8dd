import { useConfig } from '../config/config-context.ts';
import { installSnippet } from '../site/install-snippet.ts';
import { CopyButton } from './CopyButton.tsx';

/** The one tag that a site needs, to copy. */
export function InstallSnippet(props: { readonly site: string }) {
  const { collectorUrl } = useConfig();
  const snippet = () => installSnippet(collectorUrl, props.site);
  return (
    <>
      <pre class="snippet">
        <code>{snippet()}</code>
      </pre>
      <CopyButton text={snippet}>Copy the tag</CopyButton>
    </>
  );
}
