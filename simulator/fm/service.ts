/** The fault management REST API, version 1, with its quirks. */
import { randomUUID } from 'node:crypto';
import type { FaultList } from '../kernel/faults';
import { type Call, type Reply, Router } from '../kernel/http';
import {
  errorMessage,
  fault,
  header,
  type OpenHandler,
  type Service,
  type ServiceHandler,
  unauthorized,
} from '../kernel/service';
import type { Caller } from '../kernel/world';
import { deleteAlarm, getAlarm, listAlarms, postAlarm, summary } from './alarms';
import { getEvent, listEvents } from './event-log';
import { entityNames } from './ports';
import { answering } from './query';
import { getSuppression, listSuppressions, patchSuppression } from './suppression';
import { rootDocument, versionDocument } from './versions';
import { toXml } from './xml';

/**
 * @param keystoneUrl what the 401 of keystonemiddleware names in WWW-Authenticate
 * @param everywhere faults that hold for every copy: FM looks there whether sysinv is down
 */
export function fmService(keystoneUrl: string, everywhere: FaultList): Service {
  const open = new Router<OpenHandler>();
  open.on('GET', '/', rootDocument);
  open.on('GET', '/v1', versionDocument);
  return {
    name: 'fm',
    routes: fmRoutes(everywhere),
    open,
    // Without an OIDC provider, a token of that kind ends in WebOb's bare 401 (contract fm/err-oidc-header).
    noToken: (call) =>
      header(call, 'oidc-token')
        ? { status: 401, headers: { 'Content-Type': 'text/html; charset=UTF-8' } }
        : unauthorized(keystoneUrl),
    badToken: () => unauthorized(keystoneUrl),
    notFound: () => errorMessage(404, { code: 404, title: 'Not Found', description: '' }),
    wrongMethod: (_call, allowed) => ({
      ...errorMessage(405, { code: 405, title: 'Method Not Allowed', description: '' }),
      headers: { Allow: allowed.join(', ') },
    }),
    serverError: empty500,
    gate,
    finish: (call, reply) => withRequestId(inTheFormatAsked(call, reply)),
  };
}

function fmRoutes(everywhere: FaultList): Router<ServiceHandler> {
  const routes = new Router<ServiceHandler>();
  /** The root controller puts /v1 before a path that lacks it, so every route has two spellings. */
  const on = (method: string, path: string, handler: ServiceHandler) => {
    const guarded: ServiceHandler = (call, caller) => {
      const outcome = method === 'GET' ? undefined : refuseWrite(caller);
      return outcome ?? handler(call, caller);
    };
    routes.on(method, `/v1${path}`, guarded).on(method, path, guarded);
  };
  const names = (caller: Caller) => entityNames(caller.world, everywhere);
  on('GET', '/alarms', (call, caller) => answering(() => listAlarms(caller.world, call, names(caller))));
  on('GET', '/alarms/summary', (call, caller) => answering(() => summary(caller.world.fm, call)));
  // The controller compares its parent path with "alarm"; the path is "alarms": never found.
  on('GET', '/alarms/detail', () => fault(404, '[HTTP 404] Resource could not be found.'));
  on('GET', '/alarms/:id', (call, caller) => answering(() => getAlarm(caller.world, call, names(caller))));
  on('DELETE', '/alarms/:id', (call, caller) => answering(() => deleteAlarm(caller.world.fm, call)));
  on('POST', '/alarms', (call, caller) => answering(() => postAlarm(caller.world.fm, call)));
  // Compares the uuid with the integer key: nothing is ever updated.
  on('PUT', '/alarms/:id', empty500);
  on('GET', '/event_log', (call, caller) =>
    answering(() => listEvents(caller.world, call, names(caller), false)),
  );
  on('GET', '/event_log/detail', (call, caller) =>
    answering(() => listEvents(caller.world, call, names(caller), true)),
  );
  on('GET', '/event_log/:id', (call, caller) => answering(() => getEvent(caller.world, call, names(caller))));
  on('GET', '/event_suppression', (call, caller) => answering(() => listSuppressions(caller.world.fm, call)));
  on('GET', '/event_suppression/:id', (call, caller) =>
    answering(() => getSuppression(caller.world.fm, call)),
  );
  on('PATCH', '/event_suppression/:id', (call, caller) =>
    answering(() => patchSuppression(caller.world.fm, call)),
  );
  return routes;
}

/** Reads: reader, operator or configurator in any project, a tenant's too (fm/api/policies, contract fm/role-*). */
function gate(call: Call, caller: Caller): Reply | undefined {
  if (!caller.roles.some((role) => ['reader', 'operator', 'configurator'].includes(role))) return forbidden();
  const accept = header(call, 'accept') ?? '';
  return /text\/html/.test(accept) && !/json|\*\/\*/.test(accept) ? notAcceptable() : undefined;
}

/** Writes: admin or configurator, in project admin or services. */
function refuseWrite(caller: Caller): Reply | undefined {
  const may =
    ['admin', 'services'].includes(caller.projectName) &&
    caller.roles.some((role) => role === 'admin' || role === 'configurator');
  return may ? undefined : forbidden();
}

function forbidden(): Reply {
  return errorMessage(403, { code: 403, title: 'Forbidden', description: null });
}

function empty500(): Reply {
  return { status: 500, body: '', headers: { 'Content-Type': 'text/plain' } };
}

/** WebOb's page inside the envelope: the one error text that is not JSON. */
function notAcceptable(): Reply {
  const page =
    '<html>\n <head>\n  <title>406 Not Acceptable</title>\n </head>\n <body>\n  <h1>406 Not Acceptable</h1>\n' +
    '  The resource could not be generated that was acceptable to your browser\n(content of type text/html. ' +
    '<br /><br />\n\n </body>\n</html>';
  return { status: 406, body: { error_message: page } };
}

function inTheFormatAsked(call: Call, reply: Reply): Reply {
  const xml = /(application|text)\/xml/.test(header(call, 'accept') ?? '');
  if (!xml || reply.status !== 200 || typeof reply.body !== 'object') return reply;
  const headers = { ...reply.headers, 'Content-Type': 'application/xml; charset=UTF-8' };
  return { ...reply, body: toXml(reply.body), headers };
}

/** An empty 500 is written by the server in front of the application, which adds no id. */
function withRequestId(reply: Reply): Reply {
  if (reply.status === 500 && reply.body === '') return reply;
  return { ...reply, headers: { ...reply.headers, 'X-Openstack-Request-Id': `req-${randomUUID()}` } };
}
