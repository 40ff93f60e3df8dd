import { useSearchParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import {
  DeadSessionsDocument,
  HoverSessionsDocument,
  RageSessionsDocument,
} from '../generated/behind.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatQuantity } from '../numbers/format.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import type { PeriodQuery } from '../period/create-period.ts';
import { type BehindRow, type RowKind, readBehind } from './behind-address.ts';
import { isSameElement } from './moment.ts';
import { SessionsBehind } from './SessionsBehind.tsx';

const documents = {
  rage: RageSessionsDocument,
  dead: DeadSessionsDocument,
  hover: HoverSessionsDocument,
} satisfies Record<RowKind, unknown>;

const titles: Readonly<Record<RowKind, string>> = {
  rage: 'Rage clicks on',
  dead: 'Dead clicks on',
  hover: 'Hovers over',
};

/** The sessions behind the row that the address names; going back closes it. */
export function BehindDialog(props: { readonly span: PeriodQuery | undefined }) {
  const [address, setAddress] = useSearchParams<{ behind?: string }>();
  const row = createMemo(() => readBehind(address.behind));
  return (
    <Show when={row()} keyed>
      {(behind) => (
        <Dialog
          title={`${titles[behind.kind]} ${behind.element.label}`}
          onClose={() => setAddress({ behind: undefined }, { scroll: false })}
        >
          <Sessions behind={behind} span={props.span} />
        </Dialog>
      )}
    </Show>
  );
}

function Sessions(props: { readonly behind: BehindRow; readonly span: PeriodQuery | undefined }) {
  const answer = createLiveQuery(
    documents[props.behind.kind],
    () => props.span && { ...props.span, page: props.behind.page },
  );
  const sessions = () =>
    answer
      .data()
      ?.rows.find(({ element }) => isSameElement(props.behind.kind, element, props.behind.element))
      ?.sessions;
  return (
    <>
      <Show when={!answer.data() && answer.error()}>
        {(error) => <Problem error={error()} retry={answer.refresh} />}
      </Show>
      <Show when={answer.data()} fallback={<TableSkeleton rows={4} />}>
        <Show when={sessions()} fallback={<p class="quiet">Not in this time any more.</p>}>
          {(found) => (
            <>
              <p class="quiet">
                {formatQuantity(found().totalCount, 'session')} on {props.behind.page}
                {found().totalCount > found().nodes.length ? '; the newest:' : ''}
              </p>
              <SessionsBehind sessions={found().nodes} target={props.behind} />
            </>
          )}
        </Show>
      </Show>
    </>
  );
}
