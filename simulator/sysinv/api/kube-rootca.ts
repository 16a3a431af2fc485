/** The update of Kubernetes' root CA (sysinv api/controllers/v1/kube_rootca_update.py). */
import type { Call, Reply } from '../../kernel/http';
import { type Json, textAt, valueAt } from '../../kernel/json';
import type { Caller } from '../../kernel/world';
import * as checks from '../checks/kube/rootca';
import { refuse } from '../faults';
import type { Kind } from '../kinds';
import * as life from '../kube/rootca';
import type { RootcaRow } from '../kube/store';
import { cloudKind } from '../state';
import type { RouteOn } from './collections';
import { hostOf } from './hosts-read';
import { jsonBody, patchOperations } from './json-patch';
import { subjectIn, validUntil } from './kube-rootca-subject';
import { ok, wireRow } from './wire';

const PATH = '/v1/kube_rootca_update';
const KIND = cloudKind('kube_rootca_update') ?? { segment: 'kube_rootca_update' };
const HOST_KIND: Kind = { segment: 'kube_rootca_host_update' };

export function kubeRootcaRoutes(on: RouteOn): void {
  on('GET', `${PATH}/hosts`, (call, { world }) => {
    checks.rootcaUnderWay(world, 'kube-rootca-update-list');
    const rows = world.sysinv.kube.rootcaHosts;
    return ok({ kube_host_updates: rows.map((row) => wireRow(HOST_KIND, row, call.origin, 'item')) });
  });
  on('GET', `${PATH}/get_cert_id`, (_call, { world }) =>
    ok({ cert_id: world.sysinv.kube.rootcaCert, error: '' }),
  );
  on('POST', PATH, start);
  on('PATCH', PATH, end);
  on('POST', `${PATH}/generate_cert`, generate);
  on('POST', `${PATH}/pods`, (call, { world }) => {
    const phase = checks.checkPodPhase(world, phaseIn(call));
    life.beginPodPhase(world, phase);
    return shown(call, world.sysinv.kube.rootca);
  });
  on('POST', '/v1/ihosts/:id/kube_update_ca', (call, { world }) => {
    const host = hostOf(call, world);
    const row = life.beginHostPhase(world, host, checks.checkHostPhase(world, host, phaseIn(call)));
    return row ? ok(wireRow(HOST_KIND, row, call.origin, 'item')) : refuse(404, 'The host has no row');
  });
}

const shown = (call: Call, row: RootcaRow | null): Reply =>
  row ? ok(wireRow(KIND, row, call.origin, 'item')) : ok(null);

/** As on the platform, which looks the phase up without asking whether it is there. */
function phaseIn(call: Call): string {
  return (textAt(jsonBody(call), 'phase') ?? refuse(500, "'phase'")).toLowerCase();
}

function start(call: Call, { world }: Caller): Reply {
  const force = call.query.get('force') ?? refuse(400, 'Missing argument: "force"');
  const ignore = valueAt(jsonBody(call), 'alarm_ignore_list');
  checks.checkStart(world, force === 'True', Array.isArray(ignore) ? ignore.map(String) : []);
  return shown(call, life.startRootca(world));
}

/** What is wrong with the state of the update is told beside an empty success, with 200. */
function generate(call: Call, { world }: Caller): Reply {
  const body = jsonBody(call);
  validUntil(given(body, 'expiry_date'), world.clock.now());
  subjectIn(given(body, 'subject'));
  const { rootca } = world.sysinv.kube;
  if (!rootca) return ok({ success: '', error: 'The update of the kubernetes root CA is not started' });
  if (rootca.state !== 'update-started') {
    return ok({ success: '', error: 'There is a new root CA certificate already' });
  }
  return ok({ success: life.generateCertificate(world), error: '' });
}

function given(body: Json | undefined, key: string): string | null {
  const value = valueAt(body, key);
  if (value === undefined) refuse(400, `Missing argument: "${key}"`);
  return typeof value === 'string' ? value : null;
}

function end(call: Call, { world }: Caller): Reply {
  const state = patchOperations(call).find(({ path }) => path === '/state')?.value;
  if (state === undefined) refuse(500, "'state'");
  if (state !== 'update-completed' && state !== 'update-aborted') {
    refuse(400, `${String(state)} is no state that can be asked for`);
  }
  checks.checkEnd(world, state);
  return shown(call, life.endRootca(world, state));
}
