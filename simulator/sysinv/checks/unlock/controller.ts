/** check_unlock_controller of sysinv api/controllers/v1/host.py. */
import type { World } from '../../../kernel/world';
import { statusIn } from '../../cloud/storage/filesystems';
import { refuse } from '../../faults';
import { type Host, isActiveController, nameOf } from '../../host';
import { kubeRow } from '../../kube/hosts';
import { rowsOn, textOf } from '../../network/rows';
import type { Row } from '../../rows';
import { backendOf, capabilitiesOf } from '../../storage/rows';

export function checkUnlockController(world: World, host: Host, forced: boolean): void {
  if (!forced) checkKubelet(world, host);
  checkOamInterface(world, host);
  checkFilesystemSizes(world, host);
  checkBackends(world, host);
  if (!forced) checkControllerFs(world, host);
  checkOamUnits(world);
}

/** _semantic_check_unlock_kube_upgrade */
export function checkKubelet(world: World, host: Host): void {
  if (kubeRow(world, host)?.status !== 'upgrading-kubelet') return;
  refuse(
    400,
    `Can not unlock ${nameOf(host)} while upgrading kubelet. Wait for kubelet upgrade to complete.`,
  );
}

function checkOamInterface(world: World, host: Host): void {
  if (rowsOn(world, 'interface_networks', host).some((row) => row.network_type === 'oam')) return;
  refuse(
    400,
    'Can not unlock a controller host without an oam interface. Add an oam interface before re-attempting this command.',
  );
}

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/** The second controller before its first unlock has room for what the active one has in use. */
function checkFilesystemSizes(world: World, host: Host): void {
  if (isActiveController(host) || world.sysinv.isSimplex()) return;
  if (host.row.invprovision && host.row.invprovision !== 'unprovisioned') return;
  const active = world.sysinv.hosts.find(isActiveController);
  const group = active && rowsOn(world, 'ilvgs', active).find((row) => row.lvm_vg_name === 'cgts-vg');
  if (!group) return;
  const [size, total, free] = ['lvm_vg_size', 'lvm_vg_total_pe', 'lvm_vg_free_pe'].map((key) =>
    Number(group[key] ?? 0),
  );
  if (!size || !total) refuse(400, 'Active controller cgts-vg volume group not yet inventoried.');
  const used = Math.floor(((size ?? 0) * ((total ?? 0) - (free ?? 0))) / (total ?? 1));
  const given = rowsOn(world, 'ipvs', host)
    .filter((row) => row.lvm_vg_name === 'cgts-vg')
    .reduce((sum, row) => sum + bytesOf(world, host, row), 0);
  if (used <= given) return;
  refuse(
    400,
    `Standby controller does not have enough space allocated to cgts-vg volume-group in order to create all filesystems. Please assign an extra ${Math.ceil((used - given) / GIB)} GB to the volume group.`,
  );
}

/** A volume that is not in its group yet is as large as what it is on. */
function bytesOf(world: World, host: Host, volume: Row): number {
  if (volume.lvm_pv_size) return Number(volume.lvm_pv_size);
  const below = volume.pv_type === 'partition' ? 'partitions' : 'idisks';
  const on = rowsOn(world, below, host).find(({ uuid }) => uuid === volume.disk_or_part_uuid);
  return Number(on?.size_mib ?? 0) * MIB;
}

/** _semantic_check_storage_backend, of a controller. */
function checkBackends(world: World, _host: Host): void {
  for (const { backend, state, task } of world.sysinv.cloud('storage_backend')) {
    if (backend === 'ceph-rook' || backend === 'lvm') continue;
    if (state === 'configured' || state === 'configuring-on-unlock') continue;
    if (backend === 'ceph' && task === 'provision-storage') continue;
    const name = String(backend);
    // str.title() of Python.
    const title = name
      .toLowerCase()
      .replace(/[a-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1));
    refuse(
      400,
      `${title} is ${state ?? 'None'}. All storage backends must be configured before operation is allowed.`,
    );
  }
}

/** _semantic_check_controllerfs */
function checkControllerFs(world: World, host: Host): void {
  if (!backendOf(world, 'ceph-rook') || isActiveController(host)) return;
  const busy = world.sysinv
    .cloud('controller_fs')
    .some(({ state }) => /creating_in_progress|deleting_in_progress/.test(statusIn(state)));
  if (!busy) return;
  refuse(
    400,
    `The standby controller (${nameOf(host)}) cannot be unlocked while controller filesystem operations are in progress. Please wait until all operations are complete, then retry the host-unlock.`,
  );
}

/** _semantic_check_duplex_oam_config: on the way from simplex to duplex alone. */
function checkOamUnits(world: World): void {
  const { system } = world.sysinv;
  const mode = String(system.system_mode);
  if (mode !== 'duplex' && mode !== 'duplex-direct') return;
  const capabilities = capabilitiesOf(system);
  if (!capabilities.simplex_to_duplex_migration && !capabilities['simplex_to_duplex-direct_migration'])
    return;
  const oam = world.sysinv.cloud('iextoam')[0];
  for (const key of ['oam_c0_ip', 'oam_c1_ip']) {
    if (oam && textOf(oam[key])) continue;
    refuse(400, `Can not unlock controller on a ${mode} without configuring ${key}.`);
  }
}
