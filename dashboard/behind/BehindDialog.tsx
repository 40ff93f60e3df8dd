import { useSearchParams } from '@solidjs/router';
import { createMemo, Show } from 'solid-js';
import { formatQuantity } from '../numbers/format.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import type { PeriodQuery } from '../period/create-period.ts';
import { type Period, periodRange } from '../period/period.ts';
import { useSite } from '../site/site-context.ts';
import { type BehindRow, type RowKind, readBehind } from './behind-address.ts';
import { type ClickScope, createBehind } from './create-behind.ts';
import { SessionsBehind } from './SessionsBehind.tsx';

const titles: Readonly<Record<RowKind, string>> = {
  rage: 'Rage clicks on',
  dead: 'Dead clicks on',
  hover: 'Hovers over',
  click: 'Clicks on',
};

interface Scope {
  readonly span: PeriodQuery | undefined;
  /** The span as it was chosen, and the one person whose rows they are. */
  readonly of?: { readonly person: string | undefined; readonly period: Period } | undefined;
  /** Which clicks rows of clicks count; all of them unless told. */
  readonly clicks?: ClickScope | undefined;
}

const allClicks: ClickScope = { layer: 'CLICKS', device: null };
const kinds = { CLICKS: 'click', RAGE: 'rage', DEAD: 'dead' } as const;

/** The sessions behind the row that the address names; going back closes it. */
export function BehindDialog(props: Scope) {
  const [address, setAddress] = useSearchParams<{ behind?: string }>();
  const row = createMemo(() => readBehind(address.behind));
  return (
    <Show when={row()} keyed>
      {(behind) => (
        <Dialog
          title={`${titles[behind.kind]} ${behind.element.label}`}
          onClose={() => setAddress({ behind: undefined }, { scroll: false })}
        >
          <Sessions behind={behind} span={props.span} of={props.of} clicks={props.clicks} />
        </Dialog>
      )}
    </Show>
  );
}

function Sessions(props: Scope & { readonly behind: BehindRow }) {
  const { site } = useSite();
  const person = createMemo(() => {
    const { person: user, period } = props.of ?? {};
    if (!user || !period) return null;
    return { user, ...periodRange(period, Date.now(), site()?.timeZone ?? 'UTC') };
  });
  const { answer, sessions } = createBehind(props.behind, () => ({
    span: props.span,
    person: person(),
    clicks: props.clicks ?? allClicks,
  }));
  /** What is looked for in each session. */
  const target = createMemo(() => {
    const { kind } = props.behind;
    return {
      ...props.behind,
      kind: kind === 'click' && props.clicks ? kinds[props.clicks.layer] : kind,
    };
  });
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
              <SessionsBehind sessions={found().nodes} target={target()} />
            </>
          )}
        </Show>
      </Show>
    </>
  );
}
