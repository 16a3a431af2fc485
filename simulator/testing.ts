/** For tests: a simulator of their own, on ports that nobody uses, and the few calls that every test makes. */
import { ControlClient } from './control/client';
import { PORTS_PER_SIMULATOR, portOf } from './kernel/ports';
import { ACCOUNTS } from './keystone/accounts';
import { PortTaken, type Simulator, type SimulatorOptions, startSimulator } from './start';

export type TestSimulator = Simulator & { port: number; control: ControlClient };

/** Tries blocks of ports below Linux's range for outgoing connections, until one is free. */
export async function startForTest(options: Partial<SimulatorOptions> = {}): Promise<TestSimulator> {
  for (let attempt = 0; ; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 500) * PORTS_PER_SIMULATOR;
    try {
      const simulator = await startSimulator({ world: 'simplex', ...options, port });
      const control = new ControlClient(`http://127.0.0.1:${portOf('control', port)}`);
      return { ...simulator, port, control };
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt > 20) throw error;
    }
  }
}

export type Answer = { status: number; headers: Headers; body: unknown };

/** One request to a service; the body is parsed when it is JSON. */
export async function ask(url: string, init: RequestInit & { token?: string } = {}): Promise<Answer> {
  const { token, ...rest } = init;
  const headers = new Headers(rest.headers);
  if (token) headers.set('X-Auth-Token', token);
  if (rest.body && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  const answer = await fetch(url, { ...rest, headers });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A log-in with a password; `scope` as Keystone takes it, none if left out. */
export function logIn(
  simulator: Simulator,
  user: string,
  options: { password?: string; scope?: unknown } = {},
): Promise<Answer> {
  const account = ACCOUNTS.find(({ name }) => name === user.split('+')[0]);
  const password = options.password ?? account?.password;
  const identity = {
    methods: ['password'],
    password: { user: { name: user, domain: { name: 'Default' }, password } },
  };
  const auth = options.scope === undefined ? { identity } : { identity, scope: options.scope };
  return ask(`${simulator.urls.keystone}/v3/auth/tokens`, { method: 'POST', body: JSON.stringify({ auth }) });
}

export const ADMIN_PROJECT = { project: { name: 'admin', domain: { name: 'Default' } } };

/** The token of a log-in to project admin. */
export async function tokenFor(simulator: Simulator, user: string): Promise<string> {
  const answer = await logIn(simulator, user, { scope: ADMIN_PROJECT });
  const token = answer.headers.get('x-subject-token');
  if (!token) throw new Error(`${user} could not log in: ${answer.status}`);
  return token;
}
