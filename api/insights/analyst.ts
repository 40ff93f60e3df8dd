import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Store } from '../store/open-store.ts';
import { type AnalysisDocument, analyses } from './analyses-collection.ts';
import type { Spoken } from './check-claims.ts';
import { checkClaims } from './check-claims.ts';
import { condense } from './facts/condense.ts';
import type { Material, Subject } from './facts/material.ts';
import { AnalysisFailure, type AnalysisNotice } from './failure.ts';
import { askForMoney } from './gemini/ask-for-money.ts';
import type { GeminiSettings } from './gemini/settings.ts';
import { applyRules } from './rules/apply-rules.ts';
import { beginRun, findRun, type Run, type RunSubject } from './run-log.ts';
import { saveAnalysis } from './save-analysis.ts';

/** What is to be analysed, and how to read it. */
export interface Question {
  readonly of: RunSubject;
  readonly subject: Subject;
  /** A session's version; null for a page. */
  readonly version: number | null;
  readonly findMaterials: () => Promise<readonly Material[]>;
}

/** How often another process's run is looked at. */
export const lookEveryMs = 300;
/** What a run needs besides waiting for the model. */
const slackMs = 30_000;

/** Analyses sessions and pages: by the model where there is a key, by the rules else, and by the rules where the model fails. */
export class Analyst {
  readonly #store: Store;
  readonly #settings: GeminiSettings | null;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  constructor(store: Store, settings: GeminiSettings | null, log: Logger) {
    this.#store = store;
    this.#settings = settings;
    this.#log = log;
  }

  /**
   * Asks. Where the same is being asked already, by anybody, it waits for that answer.
   *
   * @returns null where what was asked about was erased meanwhile, or a page that nobody visited
   */
  async analyze(question: Question): Promise<AnalysisDocument | null> {
    const running = this.#analyzeOrJoin(question);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Gives up waiting for the model; the rules answer whoever waits. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled(this.#running);
  }

  async #analyzeOrJoin(question: Question): Promise<AnalysisDocument | null> {
    const { db } = this.#store;
    for (;;) {
      const run = await beginRun(db, question.of, (this.#settings?.timeoutMs ?? 0) + slackMs);
      if (run) return this.#runToEnd(run, question);
      const done = await this.#waitForOther(question.of);
      if (done || this.#stopping.signal.aborted) return done;
    }
  }

  async #waitForOther(of: RunSubject): Promise<AnalysisDocument | null> {
    const { db } = this.#store;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const run = await findRun(db, of);
    if (!run?.analysis) return null;
    return analyses.in(db).findOne({ site: of.site, analysis: run.analysis });
  }

  async #runToEnd(run: Run, question: Question): Promise<AnalysisDocument | null> {
    let kept: string | null = null;
    try {
      const analysis = await this.#answer(run, question);
      if (!analysis || !(await saveAnalysis(this.#store.db, analysis))) return null;
      kept = analysis.analysis;
      return analysis;
    } finally {
      await run.end(kept);
    }
  }

  async #answer(run: Run, question: Question): Promise<AnalysisDocument | null> {
    const startedAt = Date.now();
    const materials = await question.findMaterials();
    if (materials.length === 0) return null;
    const { facts, references } = condense(question.subject, materials);
    const rules = applyRules(facts);
    await run.tell('ASKING');
    const asked = await this.#askModel(facts);
    await run.tell('CHECKING');
    const spoken: Spoken = asked.claims
      ? { analyzer: 'GEMINI', claims: asked.claims }
      : { analyzer: 'RULES', claims: rules };
    const { site, route } = question.of;
    return {
      ...{ site, route, analysis: randomUUID() },
      session: materials.map(({ session }) => session.session),
      visitor: [...new Set(materials.map(({ session }) => session.visitor))],
      createdAt: new Date(),
      analyzer: spoken.analyzer,
      model: asked.claims ? (this.#settings?.model ?? null) : null,
      ...asked.bill,
      durationMs: Date.now() - startedAt,
      version: question.version,
      findings: checkClaims(spoken, rules, references),
      notice: asked.notice,
    };
  }

  async #askModel(facts: Parameters<typeof askForMoney>[2]) {
    const free = { costMicros: 0, promptTokens: 0, answerTokens: 0 };
    if (!this.#settings) return { claims: null, notice: noKey, bill: free };
    try {
      const { db } = this.#store;
      const { claims, bill } = await askForMoney(db, this.#settings, facts, this.#stopping.signal);
      return { claims, bill, notice: null };
    } catch (error) {
      if (!(error instanceof AnalysisFailure)) throw error;
      const { code, message, billed } = error;
      this.#log.warn({ code, reason: message }, 'the AI service gave no analysis');
      return { claims: null, notice: error.toNotice(), bill: billed ?? free };
    }
  }
}

const noKey: AnalysisNotice = {
  code: 'NO_KEY',
  message:
    'No AI service is set up, so rules from the usability literature looked for problems. Set GEMINI_API_KEY for Gemini.',
  retryAfterSeconds: null,
};
