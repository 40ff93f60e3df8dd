import { useLocation, useSearchParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { createDevice } from '../device/create-device.ts';
import { DevicePicker } from '../device/DevicePicker.tsx';
import { createTitle } from '../frame/title.ts';
import { PathsDocument } from '../generated/paths.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatQuantity } from '../numbers/format.ts';
import { Problem } from '../parts/Problem.tsx';
import { Segments } from '../parts/Segments.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { createPeriod } from '../period/create-period.ts';
import { PeriodPicker } from '../period/PeriodPicker.tsx';
import { PagePicker } from '../site/PagePicker.tsx';
import { EdgeSessions } from './EdgeSessions.tsx';
import { PathTables } from './PathTables.tsx';
import { Sankey } from './Sankey.tsx';
import type { PathEdge, PathNode } from './sankey-layout.ts';
import './paths.css';

type Address = Record<'page' | 'direction' | 'depth' | 'source' | 'target', string>;

const depths = ['2', '3', '4', '5', '6', '7', '8'].map((value) => ({ value, label: value }));
const directions = [
  { value: 'FROM', label: 'Onwards' },
  { value: 'TO', label: 'How they came' },
];

/** Where people go from a page, and how they come to it. */
export function PathsView() {
  createTitle(() => 'Paths');
  const span = createPeriod();
  const { device, choose: chooseDevice } = createDevice();
  const [address, setAddress] = useSearchParams<Address>();
  const direction = () => (address.direction === 'TO' ? 'TO' : 'FROM');
  const depth = () => {
    const pages = Number(address.depth);
    return Number.isInteger(pages) && pages >= 2 && pages <= 8 ? pages : 4;
  };
  const change = (part: Partial<Record<keyof Address, string | undefined>>) =>
    setAddress({ source: undefined, target: undefined, ...part });
  const question = createMemo(() => {
    const variables = span.variables();
    const asked = { page: address.page ?? null, direction: direction(), depth: depth() } as const;
    return variables && { ...variables, ...asked, device: device() };
  });
  const answer = createLiveQuery(PathsDocument, question);
  const paths = () => answer.data()?.paths;
  const { nodeLink, edgeLink } = createLinks();
  const edgeQuestion = () => {
    const asked = question();
    const { source, target } = address;
    return asked && source && target ? { ...asked, source, target } : undefined;
  };
  return (
    <div class="view">
      <div class="view-head">
        <h1>Paths</h1>
        <div class="row">
          <PagePicker
            page={address.page}
            anyLabel={direction() === 'FROM' ? 'From the first page' : 'To the last page'}
            onChange={(page) => change({ page })}
          />
          <DevicePicker
            device={device()}
            onChange={(next) => chooseDevice(next, { source: undefined, target: undefined })}
          />
          <PeriodPicker period={span.period()} onChange={span.choose} />
        </div>
      </div>
      <div class="row paths-rules">
        <Segments
          label="Direction"
          options={directions}
          value={direction()}
          onChange={(value) => change({ direction: value === 'TO' ? value : undefined })}
        />
        <div class="row">
          <span class="quiet" aria-hidden="true">
            Pages of a way
          </span>
          <Segments
            label="Pages of a way"
            options={depths}
            value={String(depth())}
            onChange={(value) => change({ depth: value === '4' ? undefined : value })}
          />
        </div>
      </div>
      <Show when={!paths() && answer.error()}>
        {(error) => <Problem error={error()} retry={answer.refresh} />}
      </Show>
      <Show when={paths()} fallback={<TableSkeleton rows={6} />}>
        {(found) => (
          <>
            <p class="quiet">{describeWays(found().ways, address.page, direction())}</p>
            <Show when={found().ways > 0}>
              <Sankey
                nodes={found().nodes}
                edges={found().edges}
                direction={direction()}
                nodeLink={nodeLink}
                edgeLink={edgeLink}
                isChosen={({ source, target }) =>
                  source === address.source && target === address.target
                }
              />
            </Show>
          </>
        )}
      </Show>
      <Show when={edgeQuestion()}>{(asked) => <EdgeSessions question={asked()} />}</Show>
      <PathTables answer={answer} edgeLink={edgeLink} />
    </div>
  );
}

/** Addresses of the same view at another page, or with the sessions behind an edge. */
function createLinks() {
  const location = useLocation();
  const linkWith = (part: Partial<Record<keyof Address, string | undefined>>) => {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(part)) {
      if (value === undefined) query.delete(name);
      else query.set(name, value);
    }
    return `${location.pathname}?${query}`;
  };
  return {
    nodeLink: ({ page }: PathNode) =>
      page === null ? undefined : linkWith({ page, source: undefined, target: undefined }),
    edgeLink: ({ source, target }: PathEdge) => linkWith({ source, target }),
  };
}

function describeWays(ways: number, page: string | undefined, direction: 'FROM' | 'TO'): string {
  if (!page) return `${formatQuantity(ways, 'session')}, from page to page.`;
  const views = formatQuantity(ways, 'view');
  return direction === 'FROM'
    ? `What followed ${views} of ${page}.`
    : `What led to ${views} of ${page}.`;
}
