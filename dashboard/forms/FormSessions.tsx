import { A, useSearchParams } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import {
  FieldSessionsBehindDocument,
  type FormSessionListFragment,
  FormSessionsBehindDocument,
} from '../generated/forms.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatQuantity } from '../numbers/format.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import type { PeriodQuery } from '../period/create-period.ts';
import { personName } from '../person/describe.ts';
import { useSiteLink } from '../site/site-link.ts';
import { formatDateTime } from '../time/format.ts';
import { type BehindForm, readBehindForm } from './behind-form.ts';
import { behindTitles, formName } from './wording.ts';

/** The sessions behind the number that the address names; going back closes it. */
export function FormSessions(props: { readonly span: PeriodQuery | undefined }) {
  const [address, setAddress] = useSearchParams<{ behind?: string }>();
  const behind = createMemo(() => readBehindForm(address.behind));
  const title = (one: BehindForm) =>
    `${'field' in one ? one.field : formName(one.form || null)}: ${behindTitles[one.which]}`;
  return (
    <Show when={behind()} keyed>
      {(one) => (
        <Dialog
          title={title(one)}
          onClose={() => setAddress({ behind: undefined }, { scroll: false })}
        >
          <Sessions behind={one} span={props.span} />
        </Dialog>
      )}
    </Show>
  );
}

function Sessions(props: { readonly behind: BehindForm; readonly span: PeriodQuery | undefined }) {
  const { answer, sessions } = createSessions(props.behind, () => props.span);
  return (
    <>
      <Show when={!answer.data() && answer.error()}>
        {(error) => <Problem error={error()} retry={answer.refresh} />}
      </Show>
      <Show when={answer.data()} fallback={<TableSkeleton rows={4} />}>
        <Show when={sessions()} fallback={<p class="quiet">Not in this time any more.</p>}>
          {(found) => <SessionList sessions={found()} page={props.behind.page} />}
        </Show>
      </Show>
    </>
  );
}

function createSessions(behind: BehindForm, span: () => PeriodQuery | undefined) {
  const place = () => {
    const asked = span();
    return asked && { ...asked, page: behind.page, name: behind.form };
  };
  if ('field' in behind) {
    const { field, type, which } = behind;
    const answer = createLiveQuery(FieldSessionsBehindDocument, () => {
      const asked = place();
      return asked && { ...asked, which };
    });
    const sessions = () =>
      answer.data()?.forms[0]?.fields.find((one) => one.name === field && one.type === type)
        ?.sessions;
    return { answer, sessions };
  }
  const answer = createLiveQuery(FormSessionsBehindDocument, () => {
    const asked = place();
    return asked && { ...asked, which: behind.which };
  });
  return { answer, sessions: () => answer.data()?.forms[0]?.sessions };
}

function SessionList(props: { readonly sessions: FormSessionListFragment; readonly page: string }) {
  const linkTo = useSiteLink();
  return (
    <>
      <p class="quiet">
        {formatQuantity(props.sessions.totalCount, 'session')} on {props.page}
        {props.sessions.totalCount > props.sessions.nodes.length ? '; the newest:' : ''}
      </p>
      <ul class="form-sessions">
        <For each={props.sessions.nodes}>
          {(session) => (
            <li>
              <A href={linkTo(`/sessions/${session.sessionId}`)}>{personName(session)}</A>
              <span class="quiet numeric">
                {formatDateTime(Date.parse(session.startedAt))},{' '}
                {formatQuantity(session.totalClicks, 'click')}
              </span>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
