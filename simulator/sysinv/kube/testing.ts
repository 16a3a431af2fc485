/** What the tests of Kubernetes share: clouds that may be upgraded, and the calls of the command line. */
import type { Reply } from '../../kernel/http';
import type { World, WorldName } from '../../kernel/world';
import { createWorld } from '../../worlds/create';
import { type Ask, ask, bodyOf, faultOf, rowsIn } from '../ask';
import { makeReady } from './ready';

/** A cloud in good order, whose time stands still unless a test moves it. */
export function readyWorld(name: WorldName): World {
  const world = createWorld(name, 'kube', { speed: 1 });
  makeReady(world);
  return world;
}

export const post = (world: World, path: string, body: unknown = {}, options: Ask = {}): Promise<Reply> =>
  ask(world, path, { ...options, method: 'POST', body });

export const start = (world: World, to_version = 'v1.33.0', force = false): Promise<Reply> =>
  post(world, '/v1/kube_upgrade', { to_version, force });

/** A PATCH of the state, with the host's name for a cordon. */
export function step(world: World, state: string, hostname?: string): Promise<Reply> {
  const values = hostname === undefined ? { state } : { hostname, state };
  const body = Object.entries(values).map(([key, value]) => ({ op: 'replace', path: `/${key}`, value }));
  return ask(world, '/v1/kube_upgrade', { method: 'PATCH', body });
}

export const controlPlane = (world: World, host: string): Promise<Reply> =>
  post(world, `/v1/ihosts/${host}/kube_upgrade_control_plane`, { force: false });

export const kubelet = (world: World, host: string, force = false): Promise<Reply> =>
  post(world, `/v1/ihosts/${host}/kube_upgrade_kubelet`, { force });

/** The state of the upgrade, or the refusal of a call. */
export async function stateOf(world: World): Promise<unknown> {
  return rowsIn(await ask(world, '/v1/kube_upgrade'))[0]?.state ?? null;
}

/** `200`, or the refusal's status and text. */
export const said = (reply: Reply): string =>
  reply.status < 300 ? String(reply.status) : `${reply.status} ${faultOf(reply)}`;

/** By host: versions of control plane and kubelet, what goes on. */
export async function hostsOf(world: World): Promise<Record<string, unknown[]>> {
  const rows = rowsIn(await ask(world, '/v1/kube_host_upgrades'));
  const nameOf = (id: unknown) => world.sysinv.hosts.find(({ row }) => row.id === id)?.row.hostname ?? '';
  return Object.fromEntries(
    rows.map((row) => [
      nameOf(row.host_id),
      [row.control_plane_version, row.kubelet_version, row.target_version, row.status],
    ]),
  );
}

/** State of every version: `v1.33.0 available`, with a star for the target. */
export async function versionsOf(world: World): Promise<string[]> {
  return rowsIn(await ask(world, '/v1/kube_versions')).map(
    ({ version, state, target }) => `${version} ${state}${target ? ' *' : ''}`,
  );
}

export const kubeAlarms = (world: World): string[] =>
  world.fm.alarms.map(({ alarm_id }) => alarm_id).filter((id) => id.startsWith('900.'));

export const reportOf = async (world: World, path: string): Promise<string[]> => {
  const { body } = await ask(world, path);
  const text: unknown = JSON.parse(String(body));
  return String(text).trimEnd().split('\n');
};

export const item = async (world: World, path: string): Promise<Record<string, unknown>> =>
  bodyOf(await ask(world, path));
