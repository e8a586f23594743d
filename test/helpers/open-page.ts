import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';

/** A page under watch: what it asked of which origin, and what went wrong in it. */
export interface WatchedPage {
  page: Page;
  /** Every request's address, those of its workers included. */
  requests: string[];
  /** Errors of the console and errors that nothing caught. */
  errors: string[];
}

/** How a page is opened: the context's options, and what to do before it loads. */
export interface OpenOptions extends BrowserContextOptions {
  /** For a test of what stands beside the map: the browser has no WebGL, so that software need not draw it. */
  withoutMap?: boolean;
  before?: (page: Page) => Promise<unknown>;
}

/** The smallest window that has the wide layout: software draws the map of a test, and pixels are what it costs. */
const SMALL_VIEWPORT = { width: 1040, height: 640 };

/** Two cores that draw two maps and build a territory beside take longer than Playwright's half minute. */
const PATIENCE_MS = 60_000;

/** What a link says to draw one light layer, for a test that looks at something else. */
export const FEW_LAYERS = 'couches=communes';

let browser: Promise<Browser> | null = null;

/** Opens an address in a browser context of its own, which is closed when the test ends. */
export async function openPage(url: string, options: OpenOptions = {}): Promise<WatchedPage> {
  const context = await openContext(options);
  onTestFinished(() => context.close());
  return await watchPage(context, url, options);
}

/**
 * A page that the tests of a `describe` walk through one after the other: a load costs more than most of what is looked at on it. It is
 * opened before the first of them, and closed after the last.
 */
export function sharePage(url: () => string, options: OpenOptions = {}): WatchedPage {
  const shared: WatchedPage = { page: null as never, requests: [], errors: [] };
  let context: BrowserContext | null = null;
  beforeAll(async () => {
    context = await openContext(options);
    Object.assign(shared, await watchPage(context, url(), options));
  });
  afterAll(() => context?.close());
  return shared;
}

async function openContext(options: OpenOptions): Promise<BrowserContext> {
  const { before: _before, withoutMap: _withoutMap, ...contextOptions } = options;
  browser ??= chromium.connect(ownEndpoint());
  const context = await (await browser).newContext({
    viewport: SMALL_VIEWPORT,
    reducedMotion: 'reduce',
    // What is kept for later would be fetched in each of them; test/e2e/offline.test.ts looks at it.
    serviceWorkers: 'block',
    ...contextOptions,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

async function watchPage(
  context: BrowserContext,
  url: string,
  { before, withoutMap }: OpenOptions,
): Promise<WatchedPage> {
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  if (withoutMap) await page.addInitScript(forbidWebGl);
  await before?.(page);
  await page.goto(url);
  return { page, requests, errors };
}

/** Takes WebGL from a page before it loads. */
export function forbidWebGl(): void {
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
    return args[0] === 'webgl2' ? null : original.apply(this, args as never);
  } as typeof original;
}

/** The Chromium of this worker; Vitest numbers them from 1. */
function ownEndpoint(): string {
  const endpoints = inject('browserEndpoints');
  const worker = Number(process.env.VITEST_POOL_ID ?? 1) - 1;
  return endpoints[worker % endpoints.length] as string;
}
