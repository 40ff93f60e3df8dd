import { A } from '@solidjs/router';
import { PeopleDocument, type PeopleQuery } from '../generated/people.ts';
import { createLiveQuery } from '../live/create-live-query.ts';
import { formatCount } from '../numbers/format.ts';
import { type Column, DataTable } from '../parts/DataTable.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { countryName, deviceText, personName } from '../person/describe.ts';
import { type LinkTo, useSiteLink } from '../site/site-link.ts';
import { formatDateTime } from '../time/format.ts';

type Person = PeopleQuery['people']['nodes'][number];

/** The people who came last. */
export function PeopleTable(props: {
  readonly site: string | undefined;
  readonly search: string;
  readonly onSearch: (text: string) => void;
}) {
  const answer = createLiveQuery(PeopleDocument, () =>
    props.site === undefined ? undefined : { site: props.site, search: props.search || null },
  );
  return (
    <>
      <SearchField
        label="Find a person"
        placeholder="User or visitor id"
        value={props.search}
        onChange={props.onSearch}
      />
      <DataTable
        title="Latest visitors"
        file="people"
        answer={answer}
        rows={answer.data()?.people.nodes}
        columns={personColumns(useSiteLink())}
        empty={props.search ? 'Nobody’s id begins like that.' : 'Nobody has come yet.'}
      />
    </>
  );
}

function personColumns(linkTo: LinkTo): readonly Column<Person>[] {
  return [
    {
      name: 'Person',
      isText: true,
      value: ({ userId }) => userId,
      show: (person) => (
        <A href={linkTo('/people', { person: person.userId })} title={person.userId}>
          {personName(person)}
        </A>
      ),
    },
    {
      name: 'Last seen',
      isText: true,
      value: ({ lastSeenAt }) => lastSeenAt,
      show: ({ lastSeenAt }) => formatDateTime(Date.parse(lastSeenAt)),
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
      show: ({ country }) => countryName(country),
    },
    {
      name: 'Sessions',
      value: ({ sessionCount }) => sessionCount,
      show: ({ userId, sessionCount }) => (
        <A href={linkTo('/sessions', { visitor: userId })}>{formatCount(sessionCount)}</A>
      ),
    },
  ];
}
