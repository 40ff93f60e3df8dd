import {
  type GenerateContentResponse,
  GoogleGenerativeAI,
  GoogleGenerativeAIFetchError,
  type ResponseSchema,
  SchemaType,
} from '@google/generative-ai';
import { AnalysisFailure, type Usage } from '../failure.ts';
import { type Claims, severities } from '../insight.ts';
import { claimShape, parseAnswer } from './answer.ts';
import { explainRefusal, readRetrySeconds } from './explain-error.ts';
import type { Prompt } from './prompt.ts';
import type { GeminiSettings } from './settings.ts';

/** Room for the answer and the thinking before it, tokens. */
export const mostAnswerTokens = 16_384;

export interface GeminiAnswer {
  readonly claims: Claims;
  readonly usage: Usage;
}

const claimSchema: ResponseSchema = {
  type: SchemaType.OBJECT,
  properties: {
    title: { type: SchemaType.STRING, description: claimShape.title },
    detail: { type: SchemaType.STRING, description: claimShape.detail },
    severity: {
      type: SchemaType.STRING,
      format: 'enum',
      enum: [...severities],
      description: claimShape.severity,
    },
    evidence: {
      type: SchemaType.ARRAY,
      items: { type: SchemaType.STRING },
      minItems: 1,
      description: claimShape.evidence,
    },
  },
  required: ['title', 'detail', 'severity', 'evidence'],
};

const answerSchema: ResponseSchema = {
  type: SchemaType.OBJECT,
  properties: {
    mainProblem: { ...claimSchema, nullable: true },
    insights: { type: SchemaType.ARRAY, items: claimSchema },
    recommendations: { type: SchemaType.ARRAY, items: claimSchema },
    confidence: { type: SchemaType.NUMBER },
  },
  required: ['mainProblem', 'insights', 'recommendations', 'confidence'],
};

/**
 * Asks Gemini for claims on the facts, in a fixed structure. The only place that knows its library and its protocol.
 *
 * @param stopping the process ends: what was asked is given up
 * @throws {AnalysisFailure} TIMED_OUT, QUOTA_EXCEEDED (with the time to wait, where it is told), REFUSED, MALFORMED_ANSWER,
 *   KEY_REJECTED, MODEL_UNKNOWN, SERVICE_FAILED, UNREACHABLE
 */
export async function askGemini(
  settings: GeminiSettings,
  prompt: Prompt,
  stopping: AbortSignal,
): Promise<GeminiAnswer> {
  const { baseUrl } = settings;
  const timeOut = new AbortController();
  const timer = setTimeout(() => timeOut.abort(), settings.timeoutMs);
  const signal = AbortSignal.any([timeOut.signal, stopping]);
  try {
    const model = new GoogleGenerativeAI(settings.apiKey).getGenerativeModel(
      {
        model: settings.model,
        systemInstruction: prompt.instruction,
        generationConfig: {
          responseMimeType: 'application/json',
          responseSchema: answerSchema,
          maxOutputTokens: mostAnswerTokens,
          candidateCount: 1,
        },
      },
      baseUrl ? { baseUrl } : {},
    );
    const { response } = await model.generateContent(prompt.data, { signal });
    return readResponse(response);
  } catch (error) {
    throw explainError(error, settings, { timeOut: timeOut.signal, stopping });
  } finally {
    clearTimeout(timer);
  }
}

function explainError(
  error: unknown,
  settings: GeminiSettings,
  signals: { readonly timeOut: AbortSignal; readonly stopping: AbortSignal },
): AnalysisFailure {
  if (error instanceof AnalysisFailure) return error;
  if (signals.stopping.aborted) {
    return new AnalysisFailure('TIMED_OUT', 'The API was stopped before the AI service answered.');
  }
  if (signals.timeOut.aborted) {
    return new AnalysisFailure(
      'TIMED_OUT',
      `The AI service did not answer within ${settings.timeoutMs / 1000} s. Ask again, or raise GEMINI_TIMEOUT_SECONDS.`,
    );
  }
  if (error instanceof GoogleGenerativeAIFetchError) return explainFetchError(error, settings);
  if (error instanceof SyntaxError) {
    return new AnalysisFailure(
      'MALFORMED_ANSWER',
      'What the AI service sent is no JSON: ask again.',
    );
  }
  return new AnalysisFailure(
    'UNREACHABLE',
    'The AI service can’t be reached from the API. Check the network, and GEMINI_BASE_URL where it is set.',
  );
}

function explainFetchError(
  { status = 0, errorDetails, message }: GoogleGenerativeAIFetchError,
  { model }: GeminiSettings,
): AnalysisFailure {
  if (status === 429) {
    const retryAfterSeconds = readRetrySeconds(errorDetails, message);
    const wait = retryAfterSeconds === null ? 'later' : `in ${retryAfterSeconds} s`;
    return new AnalysisFailure(
      'QUOTA_EXCEEDED',
      `The quota of the AI service’s key is used up: ask again ${wait}.`,
      { retryAfterSeconds },
    );
  }
  const isKey = /API[_ ]key/i.test(message);
  if (status === 401 || status === 403 || (status === 400 && isKey)) {
    return new AnalysisFailure(
      'KEY_REJECTED',
      'The AI service rejects the key: check GEMINI_API_KEY.',
    );
  }
  if (status === 404) {
    return new AnalysisFailure(
      'MODEL_UNKNOWN',
      `The AI service has no model “${model}”: check GEMINI_MODEL.`,
    );
  }
  return new AnalysisFailure(
    'SERVICE_FAILED',
    `The AI service failed (status ${status}): ask again later.`,
  );
}

function readResponse(response: GenerateContentResponse): GeminiAnswer {
  const usage = readUsage(response);
  const [candidate] = response.candidates ?? [];
  const refusal = explainRefusal(response.promptFeedback?.blockReason, candidate?.finishReason);
  if (refusal) throw new AnalysisFailure('REFUSED', refusal, { usage });
  const parts = candidate?.content?.parts ?? [];
  const json = parts
    .filter((part) => !('thought' in part))
    .map(({ text }) => text ?? '')
    .join('');
  try {
    return { claims: parseAnswer(json), usage };
  } catch {
    const why =
      candidate?.finishReason === 'MAX_TOKENS' ? 'was cut off' : 'is not of the form asked for';
    throw new AnalysisFailure('MALFORMED_ANSWER', `The AI service’s answer ${why}: ask again.`, {
      usage,
    });
  }
}

/** What is not prompt is answer: the thinking is billed as such, and only the total tells it. */
function readUsage({ usageMetadata }: GenerateContentResponse): Usage {
  const promptTokens = usageMetadata?.promptTokenCount ?? 0;
  const total = usageMetadata?.totalTokenCount ?? 0;
  const told = usageMetadata?.candidatesTokenCount ?? 0;
  return { promptTokens, answerTokens: Math.max(told, total - promptTokens) };
}
