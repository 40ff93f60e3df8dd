import type { CombinedError } from '@urql/core';
import { useClient } from '@urql/solid';
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import {
  AnalysisProgressDocument,
  type AnalysisProgressSubscription,
  type AnalysisProgressSubscriptionVariables,
  type FoundAnalysisFragment,
} from '../generated/insights.ts';

type Stage = AnalysisProgressSubscription['analysisProgress']['stage'];

/** What an API call gave. */
export interface Told<T> {
  readonly value: T | undefined;
  readonly error: CombinedError | undefined;
}

/** Where analyses come from: a session's, or a page's. */
export interface InsightsSource {
  /** Tells one subject from the next; undefined while it is not known. */
  readonly key: Accessor<string | undefined>;
  readonly load: () => Promise<Told<readonly FoundAnalysisFragment[]>>;
  readonly ask: () => Promise<Told<FoundAnalysisFragment>>;
  readonly progress: () => AnalysisProgressSubscriptionVariables;
}

export interface Insights {
  /** The newest first; undefined while they are on their way. */
  readonly analyses: Accessor<readonly FoundAnalysisFragment[] | undefined>;
  /** The one that is shown. */
  readonly shown: Accessor<FoundAnalysisFragment | undefined>;
  readonly choose: (id: string) => void;
  /** How far the question under way is; null where there is none. */
  readonly stage: Accessor<Stage | null>;
  readonly error: Accessor<CombinedError | undefined>;
  readonly ask: () => void;
}

/** A subject's analyses, and the asking for another. */
export function createInsights(source: InsightsSource): Insights {
  const client = useClient();
  const [analyses, setAnalyses] = createSignal<readonly FoundAnalysisFragment[]>();
  const [chosen, setChosen] = createSignal<string>();
  const [stage, setStage] = createSignal<Stage | null>(null);
  const [error, setError] = createSignal<CombinedError>();
  let unfollow = () => {};
  /** What comes for a subject that is no longer looked at is nobody's. */
  const isStill = (key: string | undefined) => key !== undefined && key === source.key();

  createEffect(
    on(source.key, (key) => {
      setAnalyses(undefined);
      setChosen(undefined);
      setStage(null);
      setError(undefined);
      if (key === undefined) return;
      void source.load().then(({ value, error: failed }) => {
        if (!isStill(key)) return;
        setError(failed);
        setAnalyses((now) => now ?? value ?? []);
      });
      onCleanup(() => unfollow());
    }),
  );
  const follow = () => {
    const { unsubscribe } = client
      .subscription(AnalysisProgressDocument, source.progress())
      .subscribe(({ data }) => {
        const told = data?.analysisProgress.stage;
        if (told && told !== 'DONE' && stage() !== null) setStage(told);
      });
    unfollow = unsubscribe;
  };
  const ask = async () => {
    const key = source.key();
    if (key === undefined || stage() !== null) return;
    setStage('READING');
    setError(undefined);
    follow();
    const { value, error: failed } = await source.ask();
    unfollow();
    if (!isStill(key)) return;
    setStage(null);
    setError(failed);
    if (!value) return;
    setAnalyses((before = []) => [value, ...before.filter(({ id }) => id !== value.id)]);
    setChosen(value.id);
  };
  return {
    analyses,
    shown: () => analyses()?.find(({ id }) => id === chosen()) ?? analyses()?.[0],
    choose: setChosen,
    stage,
    error,
    ask: () => void ask(),
  };
}
