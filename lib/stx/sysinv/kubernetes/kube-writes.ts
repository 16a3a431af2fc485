/** Changing Kubernetes: each call one request, as the command line sends it. */
import 'server-only';
import { z } from 'zod';
import { CORDON_STATE_OF, type KubeCall, STATE_OF } from '@/lib/domain/kube/kube-calls';
import { fail, ok, type Result } from '@/lib/domain/result';
import { ask, type Connection, segment } from '../../connection';
import { text } from '../../decode';

const UPGRADE = '/kube_upgrade';
const ROOTCA = '/kube_rootca_update';

type Request = {
  method: 'POST' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: unknown;
};

const replace = (fields: Record<string, string>) =>
  Object.entries(fields).map(([name, value]) => ({ op: 'replace', path: `/${name}`, value }));

/** The request of a call (cgts-client v1/kube_upgrade.py, kube_rootca_update.py, ihost.py, kube_config_kubelet.py). */
export function kubeRequest(call: KubeCall): Request {
  switch (call.do) {
    case 'start':
      return { method: 'POST', path: UPGRADE, body: { to_version: call.version, force: call.force } };
    case 'cordon':
    case 'uncordon':
      return {
        ...{ method: 'PATCH', path: UPGRADE },
        body: replace({ hostname: call.host.name, state: CORDON_STATE_OF[call.do] }),
      };
    case 'control-plane':
      return {
        ...{ method: 'POST', path: `/ihosts/${segment(call.host.id)}/kube_upgrade_control_plane` },
        body: { force: false },
      };
    case 'kubelet':
      return {
        ...{ method: 'POST', path: `/ihosts/${segment(call.host.id)}/kube_upgrade_kubelet` },
        body: { force: call.force },
      };
    case 'failed':
      return { method: 'PATCH', path: UPGRADE, body: replace({ state: call.state }) };
    case 'delete':
      return { method: 'DELETE', path: UPGRADE };
    case 'rootca-start':
      // The platform compares with Python's own word.
      return {
        method: 'POST',
        path: `${ROOTCA}/`,
        query: { force: call.force ? 'True' : 'False' },
        body: {},
      };
    case 'rootca-generate':
      return {
        ...{ method: 'POST', path: `${ROOTCA}/generate_cert` },
        body: { expiry_date: call.expiry, subject: call.subject },
      };
    case 'rootca-host':
      return {
        ...{ method: 'POST', path: `/ihosts/${segment(call.host.id)}/kube_update_ca` },
        body: { phase: call.phase },
      };
    case 'rootca-pods':
      return { method: 'POST', path: `${ROOTCA}/pods`, body: { phase: call.phase } };
    case 'rootca-complete':
    case 'rootca-abort':
      return {
        ...{ method: 'PATCH', path: `${ROOTCA}/` },
        body: replace({ state: call.do === 'rootca-complete' ? 'update-completed' : 'update-aborted' }),
      };
    case 'kubelet-config':
      return { method: 'POST', path: '/kube_config_kubelet/apply', body: {} };
    default:
      return { method: 'PATCH', path: UPGRADE, body: replace({ state: STATE_OF[call.do] }) };
  }
}

const withError = z.object({ error: text });
/** Calls that the platform refuses with status 200 and an error in the answer (kube_rootca_update.py, kube_config_kubelet.py). */
const REFUSED_IN_THE_ANSWER: readonly KubeCall['do'][] = ['rootca-generate', 'kubelet-config'];

/** The platform answers as soon as it has taken a call, and works on. */
export async function sendKubeCall(connection: Connection, call: KubeCall): Promise<Result<null>> {
  const { path, ...request } = kubeRequest(call);
  const answer = await ask(connection, 'sysinv', path, request);
  if (!answer.ok) return answer;
  if (!REFUSED_IN_THE_ANSWER.includes(call.do)) return ok(null);
  const read = withError.safeParse(answer.data.body);
  const message = read.success ? read.data.error : null;
  if (message === null || message === '') return ok(null);
  const { status } = answer.data;
  return fail({ kind: 'refused', service: 'sysinv', status, requestId: connection.requestId, message });
}
