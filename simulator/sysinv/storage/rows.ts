/** Finds the rows that storage is made of, and the words that they say. */
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { refuse } from '../faults';
import type { Host } from '../host';
import { numberOf, perHost, rowsOn, textOf } from '../network/rows';
import { type Row, stamp } from '../rows';

/** `status` of a partition (sysinv common/constants.py PARTITION_*_STATUS), and what messages call it. */
export const PARTITION = {
  ready: 0,
  inUse: 1,
  creating: 2,
  creatingOnUnlock: 3,
  deleting: 4,
  modifying: 5,
  error: 10,
  errorInternal: 11,
  errorGpt: 12,
} as const;

const PARTITION_WORDS: Record<number, string> = {
  0: 'Ready',
  1: 'In-Use',
  2: 'Creating',
  3: 'Creating (on unlock)',
  4: 'Deleting',
  5: 'Modifying',
  10: 'Error',
  11: 'Error: Internal script error',
  12: 'Error: Missing GPT Table',
};

export const partitionWord = (status: Json | undefined): string =>
  PARTITION_WORDS[Number(status)] ?? String(status);

/** The row of a kind on some host, and that host. */
export function onHost(world: World, segment: string, uuid: string): { row: Row; host: Host } | undefined {
  const row = world.sysinv.row(perHost(segment), uuid);
  const host = row && world.sysinv.hosts.find(({ row: owner }) => owner.uuid === row.ihost_uuid);
  return row && host && { row, host };
}

/** Whether sysinv changes the host at once. Before its first unlock everything waits for that. */
export const isProvisioned = ({ row }: Host): boolean =>
  ['provisioned', 'provisioning', 'upgrading'].includes(row.invprovision ?? '');

export const isLocked = ({ row }: Host): boolean =>
  row.administrative === 'locked' && row.ihost_action !== 'unlock';

/** Locked and running: what is asked of it now is done when it is unlocked. */
export const isLockedOnline = ({ row }: Host): boolean =>
  row.administrative === 'locked' && row.availability === 'online';

export const isEnabled = ({ row }: Host): boolean =>
  row.administrative === 'unlocked' && row.operational === 'enabled';

export function stampRow(world: World, row: Row, fields: { [column: string]: Json }): void {
  Object.assign(row, fields, { updated_at: stamp(world.clock.now()) });
}

/** The number of a partition in its device path. */
export const partitionNumber = (row: Row): number =>
  Number(/-part(\d+)$/.exec(String(row.device_path))?.[1] ?? 0);

/** Listed partitions of a disk, in their order on it. */
export function partitionsOn(world: World, host: Host, disk: Row): Row[] {
  return rowsOn(world, 'partitions', host)
    .filter(({ idisk_uuid }) => idisk_uuid === disk.uuid)
    .sort((a, b) => partitionNumber(a) - partitionNumber(b));
}

export function functionOfDisk(disk: Row): string | null {
  const { capabilities } = disk;
  if (capabilities === null || typeof capabilities !== 'object' || Array.isArray(capabilities)) return null;
  return textOf(capabilities?.stor_function);
}

export const isRootDisk = (disk: Row): boolean => functionOfDisk(disk) === 'rootfs';

export function setDiskFunction(disk: Row, name: string): void {
  const { capabilities } = disk;
  const others =
    capabilities !== null && typeof capabilities === 'object' && !Array.isArray(capabilities)
      ? capabilities
      : {};
  disk.capabilities = { ...others, stor_function: name };
}

export function groupNamed(world: World, host: Host, name: string): Row | undefined {
  return rowsOn(world, 'ilvgs', host).find(({ lvm_vg_name }) => lvm_vg_name === name);
}

/** Free space of cgts-vg in whole GiB (api/controllers/v1/utils.py get_node_cgtsvg_limit). */
export function freeGib(world: World, host: Host): number {
  const pending = rowsOn(world, 'ipvs', host).some(
    (row) => row.lvm_vg_name === 'cgts-vg' && row.pv_state !== 'provisioned',
  );
  // Own words.
  if (pending) refuse(400, `${host.row.hostname} has physical volumes that are not provisioned yet`);
  const group = groupNamed(world, host, 'cgts-vg');
  const [size, free, total] = [group?.lvm_vg_size, group?.lvm_vg_free_pe, group?.lvm_vg_total_pe];
  if (!size || !total) return 0;
  return Math.floor((Number(size) * Number(free ?? 0)) / Number(total) / 1024 ** 3);
}

/** GiB as Python prints `math.floor(mib / 1024 * 1000) / 1000.0`. */
export function pythonGib(mib: number): string {
  const gib = Math.floor((mib / 1024) * 1000) / 1000;
  return Number.isInteger(gib) ? `${gib}.0` : String(gib);
}

export const capabilitiesOf = (row: Row | undefined): { [key: string]: Json } => {
  const value = row?.capabilities;
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
};

export const functionsOf = (row: Row | undefined): string[] => {
  const { functions } = capabilitiesOf(row);
  return Array.isArray(functions) ? functions.map(String) : [];
};

/** The host that a body names by uuid, name or id. */
export function hostNamed(world: World, ref: Json | undefined): Host | undefined {
  return typeof ref === 'string' || typeof ref === 'number' ? world.sysinv.find(String(ref)) : undefined;
}

export const controllers = (world: World): Host[] =>
  world.sysinv.hosts.filter(({ row }) => row.personality === 'controller');

export const backendOf = (world: World, backend: string): Row | undefined =>
  world.sysinv.cloud('storage_backend').find((row) => row.backend === backend);

export const mib = (row: Row, column: string): number => numberOf(row[column]) ?? 0;
