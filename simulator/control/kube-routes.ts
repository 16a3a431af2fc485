/** Controls of Kubernetes: what is to go wrong, how its upgrade and its root CA are, what the health report finds. */
import type { Router } from '../kernel/http';
import { type Json, textAt, valueAt } from '../kernel/json';
import type { World } from '../kernel/world';
import { type KubeSetting, setKubeState } from '../sysinv/kube/arrange';
import { type RootcaSetting, setRootcaState } from '../sysinv/kube/arrange-rootca';
import { FAULT_KINDS, FAULT_STATES, type KubeFault } from '../sysinv/kube/faults';
import { type KubeHostFields, kubeRows } from '../sysinv/kube/hosts';
import { makeReady } from '../sysinv/kube/ready';
import { HOST_STATES, ROOTCA_HOST_STATES, ROOTCA_STATES, UPGRADE_STATES } from '../sysinv/kube/states';
import type { Trouble } from '../sysinv/kube/store';
import { numberAt } from './read';
import { type ControlRoute, done, refuse } from './route';

export function kubeRoutes(routes: Router<ControlRoute>): void {
  routes.on('GET', '/control/kube', ({ worlds: [world] }) => done(world ? kubeOf(world) : {}));
  routes.on('POST', '/control/kube/ready', ({ worlds }) => {
    for (const world of worlds) makeReady(world);
    return done();
  });
  routes.on('POST', '/control/kube/state', ({ worlds }, body) => {
    const setting = readSetting(body);
    if (typeof setting === 'string') return refuse(400, setting);
    for (const world of worlds) {
      const cannot = setKubeState(world, setting);
      if (cannot) return refuse(404, cannot);
    }
    return done();
  });
  routes.on('POST', '/control/kube/rootca', ({ worlds }, body) => {
    const setting = readRootca(body);
    if (typeof setting === 'string') return refuse(400, setting);
    for (const world of worlds) {
      const cannot = setRootcaState(world, setting);
      if (cannot) return refuse(404, cannot);
    }
    return done();
  });
  routes.on('POST', '/control/kube/faults', ({ worlds }, body) => {
    const fault = readKubeFault(body);
    if (typeof fault === 'string') return refuse(400, fault);
    for (const { sysinv } of worlds) sysinv.kube.faults.add(fault);
    return done();
  });
  routes.on('DELETE', '/control/kube/faults', ({ worlds }) => {
    for (const { sysinv } of worlds) sysinv.kube.faults.clear();
    return done();
  });
  routes.on('POST', '/control/kube/health', ({ worlds }, body) => {
    const trouble = readTrouble(body);
    for (const { sysinv } of worlds) sysinv.kube.trouble = trouble;
    return done();
  });
}

function kubeOf(world: World): Record<string, unknown> {
  const { kube, hosts } = world.sysinv;
  const nameOf = (id: Json | undefined) => hosts.find(({ row }) => row.id === id)?.row.hostname ?? null;
  return {
    upgrade: kube.upgrade,
    rootca: kube.rootca,
    hosts: kubeRows(world).map((row) => ({ hostname: nameOf(row.host_id), ...row })),
    rootcaHosts: kube.rootcaHosts,
    faults: kube.faults.list(),
    health: kube.trouble,
  };
}

function readSetting(body: Json): KubeSetting | string {
  const state = (['none', ...UPGRADE_STATES] as const).find((one) => one === textAt(body, 'state'));
  if (!state) return `state is none or one of ${UPGRADE_STATES.join(', ')}`;
  const hosts = readHosts(valueAt(body, 'hosts') ?? {});
  if (typeof hosts === 'string') return hosts;
  return { state, to: textAt(body, 'to'), hosts };
}

function readRootca(body: Json): RootcaSetting | string {
  const wanted = textAt(body, 'state');
  const state = (['none', ...ROOTCA_STATES] as const).find((one) => one === wanted);
  if (!state || state === 'update-completed') return `state is none or one of ${ROOTCA_STATES.join(', ')}`;
  const given = valueAt(body, 'hosts') ?? {};
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return 'hosts is an object';
  const hosts: NonNullable<RootcaSetting['hosts']> = {};
  for (const [name, value] of Object.entries(given)) {
    const known = ROOTCA_HOST_STATES.find((one) => one === value);
    if (value !== null && !known) return `hosts are null or one of ${ROOTCA_HOST_STATES.join(', ')}`;
    hosts[name] = known ?? null;
  }
  return { state, hosts };
}

const COLUMNS = ['target_version', 'control_plane_version', 'kubelet_version'] as const;

/** Columns of `/v1/kube_host_upgrades`, by the host's name. */
function readHosts(given: Json): Record<string, Partial<KubeHostFields>> | string {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) return 'hosts is an object';
  const hosts: Record<string, Partial<KubeHostFields>> = {};
  for (const [name, columns] of Object.entries(given)) {
    const fields: Partial<KubeHostFields> = {};
    const wanted = valueAt(columns, 'status');
    const status = HOST_STATES.find((one) => one === wanted);
    if (wanted !== undefined && wanted !== null && !status) {
      return `status is null or one of ${HOST_STATES.join(', ')}`;
    }
    if (wanted !== undefined) fields.status = status ?? null;
    for (const column of COLUMNS) {
      const version = textAt(columns, column);
      if (version !== undefined) fields[column] = version;
    }
    hosts[name] = fields;
  }
  return hosts;
}

function readKubeFault(body: Json): KubeFault | string {
  const state = FAULT_STATES.find((one) => one === textAt(body, 'state'));
  if (!state) return `state is one of ${FAULT_STATES.join(', ')}`;
  const kind = FAULT_KINDS.find((one) => one === (textAt(body, 'kind') ?? 'fail'));
  if (!kind) return `kind is one of ${FAULT_KINDS.join(', ')}`;
  const times = numberAt(body, 'times');
  if (times !== undefined && times < 1) return 'times is a number from 1';
  return { state, kind, host: textAt(body, 'host'), times };
}

/** What is left out is in order again. */
function readTrouble(body: Json): Trouble {
  const names = (key: string) => {
    const list = valueAt(body, key);
    return Array.isArray(list) ? list.map(String) : [];
  };
  const [from, to] = [textAt(body, 'deploying', 'from'), textAt(body, 'deploying', 'to')];
  return {
    nodes: names('nodes'),
    pods: names('pods'),
    deploying: from !== undefined && to !== undefined ? { from, to } : null,
  };
}
