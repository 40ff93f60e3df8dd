import type { Accessor } from 'solid-js';
import {
  ClickSessionsDocument,
  DeadSessionsDocument,
  type DeviceClass,
  HoverSessionsDocument,
  PersonSessionsDocument,
  RageSessionsDocument,
  type SessionBehindFragment,
} from '../generated/behind.ts';
import { createLiveQuery, type LiveAnswer } from '../live/create-live-query.ts';
import type { PeriodQuery } from '../period/create-period.ts';
import type { BehindRow } from './behind-address.ts';
import { isSameElement } from './moment.ts';

interface Sessions {
  readonly nodes: readonly SessionBehindFragment[];
  readonly totalCount: number;
}

interface Behind {
  readonly answer: LiveAnswer<unknown>;
  /** undefined where the row is not in the span any more. */
  readonly sessions: Accessor<Sessions | undefined>;
}

/** Whose rows they are, and of when. */
interface Scope {
  readonly span: PeriodQuery | undefined;
  /** A person's rows: the user or visitor, and when their sessions began. */
  readonly person: { readonly user: string; readonly from?: string; readonly to?: string } | null;
  readonly clicks: ClickScope;
}

/** Which clicks on an element are meant: a heatmap's layer and device. */
export interface ClickScope {
  readonly layer: 'CLICKS' | 'RAGE' | 'DEAD';
  readonly device: DeviceClass | null;
}

const documents = {
  rage: RageSessionsDocument,
  dead: DeadSessionsDocument,
  hover: HoverSessionsDocument,
};

/** The sessions behind a row. */
export function createBehind({ kind, page, element }: BehindRow, scope: Accessor<Scope>): Behind {
  if (kind === 'click') return createClickSessions(page, element.path, scope);
  const answer = createLiveQuery(documents[kind], () => {
    const { span } = scope();
    return span && { ...span, page };
  });
  const row = () => answer.data()?.rows.find((each) => isSameElement(kind, each.element, element));
  return { answer, sessions: () => row()?.sessions };
}

/** Of everybody those who clicked the element, of a person all sessions on its page. */
function createClickSessions(page: string, path: string, scope: Accessor<Scope>): Behind {
  if (scope().person) {
    const answer = createLiveQuery(PersonSessionsDocument, () => {
      const { span, person } = scope();
      return span && person ? { site: span.site, filter: { page, ...person } } : undefined;
    });
    return { answer, sessions: () => answer.data()?.sessions };
  }
  const answer = createLiveQuery(ClickSessionsDocument, () => {
    const { span, clicks } = scope();
    return span && { ...span, ...clicks, page, element: path };
  });
  return { answer, sessions: () => answer.data()?.heatmap.sessions };
}
