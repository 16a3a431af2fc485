/** How the control port is asked. */

/** Which clouds: one copy by its tag, the shared one (nothing), or every one. */
export type Where = { tag?: string } | { scope: 'all' };

export class ControlCalls {
  /** @param url of the control port, e.g. `http://127.0.0.1:15359` */
  constructor(private readonly url: string) {}

  protected async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${this.url}/control/${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
    const value: T & { error?: string } = await answer.json();
    if (!answer.ok) throw new Error(`control ${method} ${path}: ${value.error ?? answer.status}`);
    return value;
  }
}

/** For a GET. */
export function query(where: Where): string {
  return new URLSearchParams('scope' in where ? { scope: where.scope } : { tag: where.tag ?? '' }).toString();
}
