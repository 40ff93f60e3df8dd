import { useClient } from '@urql/solid';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { findPage, type Question } from './find-sessions.ts';
import type { Row } from './session-rows.ts';

/** The most that the API gives at once. */
const PAGE = 100;
/** More rows than this are a job for the API itself. */
const MOST = 20_000;

/** All sessions that the filters match, not only those on the screen. */
export function ExportSessions(props: { readonly question: Question | undefined }) {
  const client = useClient();
  const findRows = async () => {
    const rows: Row[] = [];
    const { question } = props;
    for (let after: string | null = null; question && rows.length < MOST; ) {
      const { data, error } = await findPage(client, question, after, PAGE);
      if (!data) throw error;
      rows.push(...data.nodes);
      if (!data.pageInfo.hasNextPage) break;
      after = data.pageInfo.endCursor;
    }
    return rows;
  };
  return <ExportMenu name="sessions" findRows={findRows} />;
}
