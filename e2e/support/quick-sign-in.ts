import type { APIRequestContext, BrowserContext } from '@playwright/test';

/** What the log-in form sends, without the form: the context's cookies then hold a session. */
export async function signInQuickly(
  context: BrowserContext,
  console: string,
  login: { userName: string; password: string; project?: string },
): Promise<void> {
  const answer = await postAuth(context.request, console, 'callback/credentials', {
    username: login.userName,
    password: login.password,
    domain: 'Default',
    project: login.project ?? 'admin',
  });
  if (!answer.ok())
    throw new Error(`${login.userName} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** One of the console's own authentication calls, as its pages make them. */
export async function postAuth(
  request: APIRequestContext,
  console: string,
  action: string,
  body: Record<string, unknown>,
) {
  const csrf: unknown = await (await request.get(`${console}/api/auth/csrf`)).json();
  const csrfToken: unknown = Reflect.get(Object(csrf), 'csrfToken');
  return request.post(`${console}/api/auth/${action}`, {
    headers: { origin: console, 'x-roost-request': '1' },
    data: { ...body, csrfToken, json: 'true' },
  });
}
