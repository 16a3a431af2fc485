/**
 * Looks over the shoulder of every page of every test: errors in the console, breaches of the content security
 * policy, and Keystone tokens anywhere a browser can see (S1). Whatever is found fails the test.
 */
import type { BrowserContext, Page, Request, Response } from '@playwright/test';

/** How Fernet tokens start, real ones and the simulator's: version 0x80 and the high bytes of the time in base64. */
export const TOKEN = /gAAAAA[A-Za-z0-9_-]{40,}/;
const LONGEST_WAIT_MS = 3_000;

/** In the page: a second look at every answer that a script fetches, as it streams by. */
function lookInsideStreams(token: string): void {
  const fetched = window.fetch;
  window.fetch = async (...args) => {
    const answer = await fetched(...args);
    answer
      .clone()
      .text()
      .then((text) => {
        if (new RegExp(token).test(text)) console.error(`a Keystone token in the body of ${answer.url}`);
      })
      .catch(() => {});
    return answer;
  };
}

export class Watch {
  private readonly found: string[] = [];
  private readonly expected: RegExp[] = [];
  private readonly contexts: BrowserContext[] = [];
  private readonly reading = new Set<Promise<void>>();
  /** Bodies looked through; a test of the watch itself wants to know that it looks. */
  bodies = 0;

  /** Errors that this test provokes on purpose, for instance the browser's own line about a refused request. */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns);
  }

  async attach(context: BrowserContext): Promise<void> {
    this.contexts.push(context);
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (breach) => {
        console.error(`Content security policy: ${breach.violatedDirective} refused ${breach.blockedURI}`);
      });
    });
    await context.addInitScript(lookInsideStreams, TOKEN.source);
    context.on('console', (message) => {
      if (message.type() === 'error') this.found.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.found.push(`uncaught: ${error.error().stack}`));
    context.on('request', (request) => this.examineRequest(request));
    context.on('response', (response) => {
      const reading = this.examineResponse(response).finally(() => this.reading.delete(reading));
      this.reading.add(reading);
    });
  }

  /** Everything that was found and not expected. Call it while the pages are still open. */
  async verdict(): Promise<string[]> {
    await Promise.race([
      Promise.all(this.reading),
      new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS)),
    ]);
    for (const page of this.contexts.flatMap((context) => context.pages())) await this.examinePage(page);
    return this.found.filter((line) => !this.expected.some((pattern) => pattern.test(line)));
  }

  private examine(where: string, text: string): void {
    const token = TOKEN.exec(text);
    if (token) this.found.push(`a Keystone token in ${where}: ${token[0].slice(0, 12)}…`);
  }

  private examineRequest(request: Request): void {
    this.examine(`the request to ${request.url()}`, `${request.url()}\n${request.postData() ?? ''}`);
  }

  private async examineResponse(response: Response): Promise<void> {
    const url = response.url();
    if (url.includes('/_next/static/') || url.startsWith('data:')) return;
    try {
      const headers = (await response.headersArray()).map(({ name, value }) => `${name}: ${value}`);
      this.examine(`the headers of ${url}`, headers.join('\n'));
      const body = await response.body();
      this.examine(`the body of ${url}`, body.toString('utf8'));
      this.bodies += 1;
    } catch {
      // Redirects have no body, a page that was left takes the bodies of its answers with it, and what a script read
      // as a stream is gone from the browser: `lookInsideStreams` sees those.
    }
  }

  private async examinePage(page: Page): Promise<void> {
    try {
      const seen = await page.evaluate(() => ({
        'the document': document.documentElement.outerHTML,
        'the address': location.href,
        'local storage': JSON.stringify({ ...localStorage }),
        'session storage': JSON.stringify({ ...sessionStorage }),
        'cookies that scripts see': document.cookie,
        'the history': JSON.stringify(history.state),
      }));
      for (const [where, text] of Object.entries(seen)) this.examine(where, text);
    } catch {
      // The page is closing or shows an error page of the browser's.
    }
  }
}
