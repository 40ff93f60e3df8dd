import { createMemo, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { formatCount } from '../numbers/format.ts';
import { layOut, type PathEdge, type PathNode } from './sankey-layout.ts';

/** Ribbons from page to page. Nodes and ribbons are links; the table below has all of them too. */
export function Sankey(props: {
  readonly nodes: readonly PathNode[];
  readonly edges: readonly PathEdge[];
  readonly direction: 'FROM' | 'TO';
  /** Where the ways go on from a page. */
  readonly nodeLink: (node: PathNode) => string | undefined;
  readonly edgeLink: (edge: PathEdge) => string;
  readonly isChosen: (edge: PathEdge) => boolean;
}) {
  let scroller!: HTMLElement;
  const [roomPx, setRoomPx] = createSignal(0);
  const layout = createMemo(() => layOut(props.nodes, props.edges, props.direction, roomPx()));
  onMount(() => {
    const observer = new ResizeObserver(() => setRoomPx(scroller.clientWidth));
    observer.observe(scroller);
    onCleanup(() => observer.disconnect());
  });
  return (
    <section ref={scroller} class="sankey-scroller" tabindex={0} aria-label="Ways, as ribbons">
      <svg
        class="sankey"
        width={layout().width}
        height={layout().height}
        viewBox={`0 0 ${layout().width} ${layout().height}`}
        aria-label="Ways from page to page"
      >
        <For each={layout().edges}>
          {({ edge, path, width }) => (
            // Every ribbon is a row of the table as well: no need to step through all of them here.
            <g>
              <a href={props.edgeLink(edge)} tabindex={-1} aria-label={describeEdge(edge)}>
                <path
                  class="sankey-edge"
                  data-chosen={props.isChosen(edge) ? '' : undefined}
                  d={path}
                  stroke-width={width}
                />
                <title>{describeEdge(edge)}</title>
              </a>
            </g>
          )}
        </For>
        <For each={layout().nodes}>
          {({ node, x, y, width, height }) => (
            <Linked href={props.nodeLink(node)}>
              <rect class="sankey-node" x={x} y={y} width={width} height={height}>
                <title>{describeNode(node, props.direction)}</title>
              </rect>
              <text x={x + width + 6} y={y + 10} class="sankey-label">
                {shorten(node.page ?? 'other pages')}
              </text>
              <text x={x + width + 6} y={y + 24} class="sankey-count">
                {countsOf(node, props.direction)}
              </text>
            </Linked>
          )}
        </For>
      </svg>
    </section>
  );
}

/** A link within a `g`: alone it would be made as an HTML one, which shows nothing in a picture. */
function Linked(props: { readonly href: string | undefined; readonly children: JSX.Element }) {
  return (
    <Show when={props.href} fallback={<g>{props.children}</g>}>
      {(href) => (
        <g>
          <a href={href()}>{props.children}</a>
        </g>
      )}
    </Show>
  );
}

const longestLabel = 22;

function shorten(text: string): string {
  return text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;
}

function countsOf({ views, ends }: PathNode, direction: 'FROM' | 'TO'): string {
  const end = direction === 'FROM' ? 'left' : 'entered';
  return ends > 0 ? `${formatCount(views)} · ${formatCount(ends)} ${end}` : formatCount(views);
}

function describeNode(node: PathNode, direction: 'FROM' | 'TO'): string {
  const end = direction === 'FROM' ? 'ended there' : 'began there';
  const parts = [
    `${node.page ?? 'other pages'}: ${formatCount(node.views)} views`,
    ...(node.ends > 0 ? [`${formatCount(node.ends)} ${end}`] : []),
    ...(node.loops > 0 ? [`${formatCount(node.loops)} came back to it`] : []),
  ];
  return parts.join(', ');
}

/** The page of a node's id; of all others together where there is none. */
export function pageOfNode(id: string): string {
  return id.slice(id.indexOf(':') + 1) || 'other pages';
}

function describeEdge({ source, target, views }: PathEdge): string {
  return `${pageOfNode(source)} to ${pageOfNode(target)}: ${formatCount(views)}`;
}
