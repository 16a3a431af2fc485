/**
 * Services of the platform that this simulator does not model yet. Each checks the token as in life, then says in
 * its own error body that it is not there: a console that asks anyway shows that sentence.
 */
import { type Reply, Router } from '../kernel/http';
import type { ServiceName } from '../kernel/ports';
import { type Service, type ServiceHandler, unauthorized } from '../kernel/service';

type Body = (status: number, title: string, text: string) => Record<string, unknown>;

/** USM's three fields, of which `error` counts. */
const usm: Body = (_status, _title, text) => ({ info: '', warning: '', error: text });
/** WSME, as VIM and the SM API write it. */
const wsme: Body = (status, _title, text) => ({
  faultcode: status < 500 ? 'Client' : 'Server',
  faultstring: text,
  debuginfo: null,
});
/** pecan, as dcmanager and Barbican write it. */
const pecan: Body = (code, title, description) => ({ code, title, description });

const BODIES: Partial<Record<ServiceName, Body>> = {
  vim: wsme,
  smapi: wsme,
  usm,
  patching: usm,
  dcmanager: pecan,
  barbican: pecan,
};
export const UNMODELLED = ['vim', 'usm', 'dcmanager', 'smapi', 'barbican', 'patching'] as const;

/** @param keystoneUrl what a 401 names in WWW-Authenticate */
export function unmodelled(name: (typeof UNMODELLED)[number], keystoneUrl: string): Service {
  const write = BODIES[name] ?? pecan;
  const reply = (status: number, title: string, text: string): Reply => ({
    status,
    body: write(status, title, text),
  });
  const absent = () => reply(501, 'Not Implemented', `${name} is not part of this simulator`);
  const refuse = (sentence: string): Reply => {
    // VIM answers 403 with an empty body to a missing and a bad token alike (contract vim/err-403-bad-token).
    if (name === 'vim') return { status: 403 };
    if (name === 'dcmanager')
      return reply(401, 'Unauthorized', `Failed to validate access token: ${sentence}`);
    return unauthorized(keystoneUrl);
  };
  return {
    name,
    routes: new Router<ServiceHandler>(),
    noToken: () => refuse('Authentication required'),
    badToken: () => refuse('Auth token is invalid'),
    notFound: absent,
    wrongMethod: absent,
    serverError: () => reply(500, 'Internal Server Error', `${name} failed`),
  };
}
