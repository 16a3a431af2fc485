/** The browser's side of /api/auth: a few lines of fetch in place of next-auth's React client. */
import type { SessionView, SignInRefusal } from '@/lib/domain/session-view';

export type SessionAnswer = { ok: true; view: SessionView | null } | { ok: false; refusal: SignInRefusal };

const UNREACHABLE: SignInRefusal = {
  code: 'unavailable',
  message: 'The console does not answer. Check your connection to it.',
};

/** Reads the session; null when signed out. Throws when the console does not answer: then nothing is known of it. */
export async function readSession(): Promise<SessionView | null> {
  const answer = await fetch('/api/auth/session', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`The session could not be read: HTTP ${answer.status}`);
  return viewIn(answer);
}

/** Signs in, or signs in again in place (then with the project that was in use). */
export function signIn(details: {
  userName: string;
  password: string;
  domain: string;
  project?: string;
}): Promise<SessionAnswer> {
  const { userName, ...rest } = details;
  return change('callback/credentials', { username: userName, ...rest });
}

/** Scopes the session to a project, at first or later. */
export const chooseProject = (projectId: string): Promise<SessionAnswer> =>
  change('session', { data: { kind: 'project', projectId } });

/** Reports human input. The only thing that moves the idle limit. */
export const reportActivity = (): Promise<SessionAnswer> => change('session', { data: { kind: 'activity' } });

/** Asks for the wallboard's idle limit. Refused to whoever can do more than look. It is no input: it moves nothing. */
export const asWallboard = (): Promise<SessionAnswer> => change('session', { data: { kind: 'wallboard' } });

/** Signs out: the server revokes the Keystone token and clears the cookie. True when it confirmed. */
export async function signOut(): Promise<boolean> {
  const answer = await inTurn(() => post('signout', {})).catch(() => undefined);
  return answer?.ok ?? false;
}

async function change(action: string, body: object): Promise<SessionAnswer> {
  try {
    const answer = await inTurn(() => post(action, body));
    if (answer.ok) return { ok: true, view: await viewIn(answer) };
    const { error } = await answer.json();
    return { ok: false, refusal: isRefusal(error) ? error : UNREACHABLE };
  } catch {
    return { ok: false, refusal: UNREACHABLE };
  }
}

async function post(action: string, body: object): Promise<Response> {
  const token = await fetch('/api/auth/csrf', { cache: 'no-store' });
  const { csrfToken } = await token.json();
  return fetch(`/api/auth/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-roost-request': '1' },
    body: JSON.stringify({ ...body, csrfToken, json: 'true' }),
  });
}

// Each change answers with a whole cookie: two at once could undo one another.
let last: Promise<unknown> = Promise.resolve();
function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const mine = last.then(run, run);
  last = mine.catch(() => undefined);
  return mine;
}

async function viewIn(answer: Response): Promise<SessionView | null> {
  const body: unknown = await answer.json();
  return isView(body) ? body : null;
}

function isView(body: unknown): body is SessionView {
  return (
    typeof body === 'object' && body !== null && 'userName' in body && 'endsAt' in body && 'roles' in body
  );
}

function isRefusal(error: unknown): error is SignInRefusal {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}
