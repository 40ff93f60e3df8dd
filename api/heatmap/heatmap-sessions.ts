import { builder } from '../graphql/builder.ts';
import { Problem } from '../graphql/problem.ts';
import { SessionConnection } from '../session/session-connection.ts';
import { Session } from '../session/session-type.ts';
import { findSessionsAt } from './find-sessions-at.ts';
import { Heatmap } from './heatmap-type.ts';

builder.objectField(Heatmap, 'sessions', (t) =>
  t.connection(
    {
      type: Session,
      description:
        'The sessions behind the heatmap, or behind the cell at (x, y), newest first: of clicks those among the newest 20,000, else those among the newest 1,000 views of the page.',
      args: {
        x: t.arg.int({
          description: "Any place in the cell: page px, or percent of the element's box.",
        }),
        y: t.arg.int({
          description: "Any place in the cell: page px, or percent of the element's box.",
        }),
      },
      complexity: ({ first, last }) => ({ field: 10, multiplier: first ?? last ?? 20 }),
      resolve: ({ scope }, { x, y, ...page }, { store }) => {
        const given = [x, y].filter((value) => typeof value === 'number');
        if (given.length === 1)
          throw new Problem('BAD_USER_INPUT', 'Give both x and y, or neither.');
        const [atX, atY] = given;
        const place = atX === undefined || atY === undefined ? null : { x: atX, y: atY };
        return findSessionsAt(store, scope, place, page);
      },
    },
    SessionConnection,
  ),
);
