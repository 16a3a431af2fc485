/** Backends with all that is known of each: its tiers, quotas and alarms. */
import type { Alarm } from '../../alarm';
import type { Backend, CephBackend, Tier } from '../backend';
import type { CloudStorage } from '../cloud-storage';
import { CONFIG_PHASES, type ConfigPhase, configPhase } from './config-state';
import { alarmBackend } from './storage-alarms';

export type BackendRow = {
  backend: Backend;
  phase: ConfigPhase;
  /** Its quotas and capacity; null for any other kind, and where they could not be read. */
  ceph: CephBackend | null;
  tiers: readonly Tier[];
  alarms: readonly Alarm[];
};

/** constants.SB_TYPE_*, and kinds of applications that bring a backend of their own. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['file', 'File'],
  ['lvm', 'LVM'],
  ['ceph', 'Ceph, bare metal'],
  ['ceph-rook', 'Ceph by Rook'],
  ['ceph-external', 'Ceph, external'],
  ['external', 'External'],
  ['netapp', 'NetApp'],
  ['dell', 'Dell'],
  ['dell-storage', 'Dell'],
]);

export const kindWord = (kind: string): string => KINDS.get(kind) ?? kind;
export const isRook = ({ kind }: Pick<Backend, 'kind'>): boolean => kind === 'ceph-rook';
export const isBareMetalCeph = ({ kind }: Pick<Backend, 'kind'>): boolean => kind === 'ceph';
export const backendName = ({ name, id }: Pick<Backend, 'name' | 'id'>): string => name ?? id;

/** Worst first, then by name. */
export function backendRows(
  { backends, cephBackends, tiers }: Pick<CloudStorage, 'backends' | 'cephBackends' | 'tiers'>,
  alarms: readonly Alarm[],
): BackendRow[] {
  return backends
    .map((backend) => ({
      backend,
      phase: configPhase(backend.state),
      ceph: cephBackends.find(({ id }) => id === backend.id) ?? null,
      tiers: tiers.filter(({ backendId }) => backendId === backend.id),
      alarms: alarms.filter((alarm) => backend.name !== null && alarmBackend(alarm) === backend.name),
    }))
    .sort(
      (a, b) =>
        CONFIG_PHASES.indexOf(a.phase) - CONFIG_PHASES.indexOf(b.phase) ||
        backendName(a.backend).localeCompare(backendName(b.backend)),
    );
}
