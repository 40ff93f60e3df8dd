import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A question as it came over the wire. */
export interface AskedGemini {
  readonly path: string;
  readonly key: string | undefined;
  readonly body: {
    readonly systemInstruction?: { readonly parts: readonly { readonly text: string }[] };
    readonly contents: readonly { readonly parts: readonly { readonly text: string }[] }[];
    readonly generationConfig: Readonly<Record<string, unknown>>;
  };
}

/** How the fake answers: status and body, or something unfinished. */
export type FakeAnswer = (asked: AskedGemini, response: ServerResponse) => void;

/** Stands in for `generativelanguage`: the REST protocol of `models/…:generateContent` over real HTTP. */
export interface FakeGemini {
  readonly url: string;
  readonly asked: AskedGemini[];
  /** From now on. */
  answerWith: (answer: FakeAnswer) => void;
  readonly stop: () => Promise<void>;
}

export const fakeKey = 'a-key-that-only-the-fake-knows';

export async function startFakeGemini(): Promise<FakeGemini> {
  const asked: AskedGemini[] = [];
  let answer: FakeAnswer = failing(500, 'INTERNAL', 'nothing was planned');
  const server = createServer((request, response) => {
    void readQuestion(request).then((question) => {
      asked.push(question);
      answer(question, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answerWith: (next) => {
      answer = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readQuestion(request: IncomingMessage): Promise<AskedGemini> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    path: request.url ?? '',
    key: request.headers['x-goog-api-key'] as string | undefined,
    body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
  response.end(JSON.stringify(body));
}

const usageMetadata = {
  promptTokenCount: 4_000,
  candidatesTokenCount: 900,
  thoughtsTokenCount: 600,
  totalTokenCount: 5_500,
};

/** A finished answer with this text. */
export function saying(make: (asked: AskedGemini) => unknown): FakeAnswer {
  return (asked, response) => {
    const said = make(asked);
    const text = typeof said === 'string' ? said : JSON.stringify(said);
    const content = { role: 'model', parts: [{ text }] };
    const candidates = [{ index: 0, content, finishReason: 'STOP' }];
    send(response, 200, { candidates, usageMetadata, modelVersion: 'fake' });
  };
}

/** An answer that ran out of tokens in the middle of its JSON. */
export const cutOff: FakeAnswer = (_asked, response) => {
  const content = { role: 'model', parts: [{ text: '{"mainProblem": {"title": "The but' }] };
  const candidates = [{ index: 0, content, finishReason: 'MAX_TOKENS' }];
  send(response, 200, { candidates, usageMetadata });
};

/** The prompt itself is blocked: there is no candidate. */
export const blocking: FakeAnswer = (_asked, response) =>
  send(response, 200, {
    promptFeedback: { blockReason: 'PROHIBITED_CONTENT' },
    usageMetadata: { promptTokenCount: 4_000, totalTokenCount: 4_000 },
  });

/** It began to answer, and a filter stopped it. */
export const stoppedForSafety: FakeAnswer = (_asked, response) =>
  send(response, 200, {
    candidates: [
      {
        index: 0,
        content: { role: 'model', parts: [] },
        finishReason: 'SAFETY',
        safetyRatings: [{ category: 'HARM_CATEGORY_HARASSMENT', probability: 'HIGH' }],
      },
    ],
    usageMetadata: { promptTokenCount: 4_000, totalTokenCount: 4_000 },
  });

/** An error in the form of `google.rpc.Status`. */
export function failing(
  code: number,
  status: string,
  message: string,
  details: readonly unknown[] = [],
): FakeAnswer {
  return (_asked, response) => send(response, code, { error: { code, message, status, details } });
}

export const overQuota = failing(
  429,
  'RESOURCE_EXHAUSTED',
  'You exceeded your current quota. Please retry in 37.2s.',
  [
    {
      '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
      violations: [{ quotaId: 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier' }],
    },
    { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '37s' },
  ],
);

/** Never answers. */
export const silent: FakeAnswer = () => undefined;

/** The connection breaks in the middle of the answer. */
export const hangingUp: FakeAnswer = (_asked, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"candidates": [');
  setImmediate(() => response.destroy());
};

/** The facts that were sent. */
export function factsIn({ body }: AskedGemini): string {
  return body.contents.flatMap(({ parts }) => parts.map(({ text }) => text)).join('');
}

export function instructionIn({ body }: AskedGemini): string {
  return (body.systemInstruction?.parts ?? []).map(({ text }) => text).join('');
}

/** Names of events that the facts hold. */
export function namesIn(asked: AskedGemini): string[] {
  return [...new Set(factsIn(asked).match(/"e\d+"/g) ?? [])].map((name) => name.slice(1, -1));
}

/** A good answer: everything has evidence that exists. */
export function goodAnswer(asked: AskedGemini) {
  const names = namesIn(asked);
  const claim = (title: string, at: number) => ({
    title,
    detail: `${title}, as the facts show.`,
    severity: 'HIGH',
    evidence: [names[at % names.length] ?? ''],
  });
  return {
    mainProblem: { ...claim('The button is silent', 0), evidence: names.slice(0, 2) },
    insights: [0, 1, 2, 3].map((i) => claim(`Insight ${i}`, i)),
    recommendations: [0, 1, 2].map((i) => claim(`Recommendation ${i}`, i)),
    confidence: 0.83,
  };
}
