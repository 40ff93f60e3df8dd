import { A } from '@solidjs/router';
import { formatCount } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { MoreRows } from '../parts/MoreRows.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { countryName, deviceText, personName } from '../person/describe.ts';
import { type LinkTo, useDatedLink, useSiteLink } from '../site/site-link.ts';
import { formatDateTime } from '../time/format.ts';
import { createPeopleList, type Person } from './create-people-list.ts';

/** The people who came last. */
export function PeopleTable(props: {
  readonly site: string | undefined;
  readonly search: string;
  readonly onSearch: (text: string) => void;
}) {
  const list = createPeopleList(() =>
    props.site === undefined ? undefined : { site: props.site, search: props.search || null },
  );
  const columns = personColumns(useSiteLink(), useDatedLink());
  return (
    <>
      <DataTable
        title="Latest visitors"
        file="people"
        tools={
          <SearchField
            label="Find a person"
            placeholder="User or visitor id"
            value={props.search}
            onChange={props.onSearch}
          />
        }
        answer={list.answer}
        rows={list.rows()}
        rowKey={({ visitorId }) => visitorId}
        findAll={list.findAll}
        columns={columns}
        empty={props.search ? 'Nobody’s id begins like that.' : 'Nobody has come yet.'}
      />
      <MoreRows list={list} label="Show more people" />
    </>
  );
}

function personColumns(linkTo: LinkTo, datedLink: LinkTo): readonly Column<Person>[] {
  return [
    {
      name: 'Person',
      isText: true,
      value: ({ userId }) => userId,
      show: (person) => (
        <A href={datedLink('/people', { person: person.userId })} title={person.userId}>
          {personName(person)}
        </A>
      ),
    },
    {
      name: 'Last seen',
      isText: true,
      value: ({ lastSeenAt }) => lastSeenAt,
      show: (person) => formatDateTime(Date.parse(person.lastSeenAt)),
    },
    {
      name: 'Device',
      isText: true,
      value: ({ device }) => device,
      show: (person) => deviceText({ ...person, os: null }),
    },
    {
      name: 'Country',
      isText: true,
      value: ({ country }) => country,
      show: (person) => countryName(person.country),
    },
    {
      name: 'Sessions',
      value: ({ sessionCount }) => sessionCount,
      show: (person) => (
        <A href={linkTo('/sessions', { visitor: person.userId })}>
          {formatCount(person.sessionCount)}
        </A>
      ),
    },
  ];
}
