import Bowser from 'bowser';
import { isbot } from 'isbot';
import { LruMap } from './lru-map.ts';

/** What a user-agent header says. */
export interface Agent {
  readonly browser: string | null;
  readonly os: string | null;
  readonly platform: 'desktop' | 'tablet' | 'mobile';
  /** Safari on an iPad says that it is a Mac; only the touch screen tells. */
  readonly mayBeTablet: boolean;
  readonly isHeadless: boolean;
  readonly isCrawler: boolean;
}

const nameChars = 50;
const headless = /headless|phantomjs|selenium|puppeteer|playwright|cypress/i;
/** Programs that post batches on purpose: clients without the codec, not crawlers that came by. */
const httpClients =
  /^(curl|wget|httpie|postmanruntime|insomnia|python|aiohttp|httpx|node|undici|axios|got|deno|bun|go-http-client|java|okhttp|apache-httpclient|ruby|faraday|php|guzzlehttp|dart|reqwest|k6|powershell)\b/i;

const agents = new LruMap<string, Agent>(1_000);

/** Parsing takes some 50 µs and the same few headers come again and again, so the last 1,000 answers are kept. */
export function readAgent(userAgent: string): Agent {
  return agents.getOr(userAgent.slice(0, 500), parseAgent);
}

function parseAgent(userAgent: string): Agent {
  const isHeadless = headless.test(userAgent);
  // A browser under a program is recorded and flagged, so it counts as the browser that it is.
  const bare = userAgent.replace(/headless/gi, '');
  const { browser, os, platform } = Bowser.parse(bare || 'unknown');
  const known = platform.type === 'tablet' || platform.type === 'mobile' ? platform.type : null;
  return {
    browser: browser.name?.slice(0, nameChars) || null,
    os: os.name?.slice(0, nameChars) || null,
    platform: known ?? 'desktop',
    mayBeTablet: /\bMacintosh\b/.test(userAgent),
    isHeadless,
    isCrawler: !isHeadless && !httpClients.test(userAgent) && isbot(userAgent),
  };
}
