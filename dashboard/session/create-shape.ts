import { useClient } from '@urql/solid';
import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import { type SessionPageQueryVariables, SessionShapeDocument } from '../generated/session.ts';
import type { PageShape } from '../trail/page-shape.ts';

/** A view that goes on may tell its shape at any time: it is asked for so often at most, ms. */
const againMs = 3_000;

/**
 * The shape of the page in a view: undefined until it is known whether there is one. It is asked for again while the session goes on
 * and it is not the view's own.
 *
 * @param version of the session: it changes with everything that arrives
 */
export function createShape(
  session: Accessor<SessionPageQueryVariables>,
  viewId: Accessor<string | undefined>,
  version: Accessor<number | undefined>,
): Accessor<PageShape | null | undefined> {
  const client = useClient();
  const [shape, setShape] = createSignal<PageShape | null>();
  let asked = '';
  let askedAt = 0;

  const ask = async (view: string) => {
    asked = view;
    askedAt = performance.now();
    const variables = { ...session(), view };
    const { data, error } = await client
      .query(SessionShapeDocument, variables, { requestPolicy: 'network-only' })
      .toPromise();
    // Without an answer it is not known whether there is one.
    if (data && !error && view === viewId()) setShape(data.session?.wireframe ?? null);
  };
  createEffect(
    on([viewId, version], ([view]) => {
      if (!view) return;
      if (view !== asked) {
        setShape(undefined);
        void ask(view);
      } else if (shape()?.viewId !== view && performance.now() - askedAt > againMs) void ask(view);
    }),
  );
  return shape;
}
