import { For, Show } from 'solid-js';
import type { FormsQuery } from '../generated/forms.ts';
import type { LiveAnswer } from '../live/create-live-query.ts';
import { formatCount, formatPercent } from '../numbers/format.ts';
import { Badge } from '../parts/Badge.tsx';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { BehindNumber } from './BehindNumber.tsx';
import type { BehindForm } from './behind-form.ts';
import { formatSeconds, formName } from './wording.ts';

type Form = FormsQuery['forms'][number];
type Field = Form['fields'][number];

/** One form: its numbers, and its fields in their order with theirs. */
export function FormShape(props: { readonly form: Form; readonly answer: LiveAnswer<unknown> }) {
  const title = () => `${formName(props.form.name)} on ${props.form.page}`;
  return (
    <article class="form-shape" aria-label={title()}>
      <DataTable
        title={title()}
        file="form"
        answer={props.answer}
        rows={props.form.fields}
        columns={makeColumns(props.form)}
        empty="None of its fields was seen."
      />
      <FormNumbers form={props.form} />
    </article>
  );
}

function FormNumbers(props: { readonly form: Form }) {
  const place = () => ({ page: props.form.page, form: props.form.name ?? '' });
  const numbers = () => {
    const { form } = props;
    return [
      ['Started', 'STARTED', form.starts],
      ...(form.name === null ? [] : ([['Submitted', 'SUBMITTED', form.submits]] as const)),
      ['Not submitted', 'ABANDONED', form.abandonments],
    ] as const;
  };
  return (
    <dl class="form-numbers">
      <div>
        <dt>Page views</dt>
        <dd class="numeric">{formatCount(props.form.views)}</dd>
      </div>
      <For each={numbers()}>
        {([label, which, count]) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <BehindNumber
                count={count}
                label={label.toLowerCase()}
                behind={{ ...place(), which }}
              />
            </dd>
          </div>
        )}
      </For>
      <Show when={props.form.name !== null}>
        <div>
          <dt>Abandonment</dt>
          <dd class="numeric">{formatPercent(props.form.abandonmentRate)}</dd>
        </div>
        <div>
          <dt>Refused tries</dt>
          <dd class="numeric">{formatCount(props.form.refusals)}</dd>
        </div>
      </Show>
    </dl>
  );
}

function makeColumns(form: Form): readonly Column<Field>[] {
  const drop = form.dropOffField;
  const isDrop = ({ name, type }: Field) => drop?.name === name && drop.type === type;
  const number = (field: Field, which: 'LEFT' | 'BLANK' | 'REFILLED', count: number) => {
    const { name, type } = field;
    const behind: BehindForm = {
      ...{ page: form.page, form: form.name ?? '', which, field: name, type },
    };
    return <BehindNumber count={count} label={`${labels[which]} ${name}`} behind={behind} />;
  };
  return [
    {
      name: 'Field',
      isText: true,
      value: ({ name }) => name,
      show: (field) => (
        <>
          <span class="form-field-name">
            {field.name} <Show when={isDrop(field)}>{<Badge tone="bad">Drop-off</Badge>}</Show>
          </span>
          <span class="quiet">{field.type}</span>
        </>
      ),
    },
    {
      name: 'Reached',
      value: ({ reached }) => reached,
      show: ({ reached }) => <ReachBar reached={reached} starts={form.starts} />,
    },
    {
      name: 'Time',
      value: ({ avgTimeSeconds }) => avgTimeSeconds,
      show: ({ avgTimeSeconds }) => formatSeconds(avgTimeSeconds),
    },
    {
      name: 'Hesitation',
      value: ({ avgHesitationMs }) => avgHesitationMs,
      show: ({ avgHesitationMs: ms }) => formatSeconds(ms === null ? null : ms / 1_000),
    },
    { name: 'Corrections', value: ({ corrections }) => corrections },
    {
      name: 'Refills',
      value: ({ refills }) => refills,
      show: (field) => number(field, 'REFILLED', field.refills),
    },
    {
      name: 'Left blank',
      value: ({ leftBlank }) => leftBlank,
      show: (field) => number(field, 'BLANK', field.leftBlank),
    },
    {
      name: 'Left from',
      value: ({ leftHere }) => leftHere,
      show: (field) => number(field, 'LEFT', field.leftHere),
    },
  ];
}

const labels = { LEFT: 'left from', BLANK: 'blank at', REFILLED: 'refills of' } as const;

/** What share of those who started got here. */
function ReachBar(props: { readonly reached: number; readonly starts: number }) {
  const percent = () => (props.starts > 0 ? (props.reached / props.starts) * 100 : 0);
  return (
    <span class="form-reach">
      <span class="numeric">{formatCount(props.reached)}</span>
      <span class="form-reach-bar" aria-hidden="true">
        <span style={{ width: `${percent()}%` }} />
      </span>
    </span>
  );
}
