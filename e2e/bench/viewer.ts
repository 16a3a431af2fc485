/** A browser without a window: cookies, sign-in, pages and the polls of a tab, as the console's own client sends them. */
import { ACCOUNTS } from '../../simulator/keystone/accounts';
import { decodeAnswers, type ViewAnswer } from './action-answer';

export type Read = { view: string; params: Record<string, unknown>; version?: string };
export type Timed<T> = { value: T; ms: number };

/** No request of a bench may take longer than this, in milliseconds. */
const PATIENCE_MS = 60_000;

export class Viewer {
  private jar = new Map<string, string>();

  constructor(private readonly origin: string) {}

  /** Signs in through /api/auth. `operator+fleet100.t1` uses the password of `operator`. */
  async signIn(user: string): Promise<void> {
    const account = ACCOUNTS.find(({ name }) => name === user.split('+')[0]);
    if (!account) throw new Error(`there is no account ${user}`);
    const csrf: unknown = JSON.parse(await (await this.ask('/api/auth/csrf')).text());
    const csrfToken: unknown = Reflect.get(Object(csrf), 'csrfToken');
    const answer = await this.ask('/api/auth/callback/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-roost-request': '1', origin: this.origin },
      body: JSON.stringify({
        username: user,
        password: account.password,
        domain: 'Default',
        csrfToken,
        json: 'true',
      }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${user} could not sign in: ${answer.status} ${text}`);
  }

  /** A page, to its last byte. */
  async page(path: string): Promise<Timed<string>> {
    const started = performance.now();
    const answer = await this.ask(path, { headers: { accept: 'text/html' } });
    const value = await answer.text();
    const ms = performance.now() - started;
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}`);
    return { value, ms };
  }

  /** One `readMany`, to the last of its answers. */
  async readMany(
    actionId: string,
    path: string,
    reads: readonly Read[],
  ): Promise<Timed<ViewAnswer[]> & { bytes: number }> {
    const started = performance.now();
    const answer = await this.ask(path, {
      method: 'POST',
      headers: {
        accept: 'text/x-component',
        'content-type': 'text/plain;charset=UTF-8',
        'next-action': actionId,
        origin: this.origin,
      },
      body: JSON.stringify([reads]),
    });
    const body = Buffer.from(await answer.arrayBuffer());
    const ms = performance.now() - started;
    if (answer.status !== 200) throw new Error(`readMany answered ${answer.status}`);
    return { value: decodeAnswers(body), ms, bytes: body.length };
  }

  /** The cookies, for a real browser to go on with. */
  cookies(): { name: string; value: string; url: string }[] {
    return [...this.jar].map(([name, value]) => ({ name, value, url: this.origin }));
  }

  private async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.jar.size > 0) headers.set('cookie', [...this.jar].map((pair) => pair.join('=')).join('; '));
    const answer = await fetch(`${this.origin}${path}`, {
      ...init,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';', 1);
      const at = pair.indexOf('=');
      this.jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}
