/** The forms of volume groups and physical volumes. What is empty is a gap, not a fault. */
import { type Option, option } from '../../option';
import { wholeGibOfBytes } from '../size';
import { LOCAL_GROUP, PLATFORM_GROUP, type VolumeGroup } from '../volume-group';
import { type DeviceRef, type GroupParameters, LVM_CSI, type LvmType, type StorageCall } from './calls';
import { deviceRef } from './device-options';
import { groupOf, isRemoving, type StorageFacts } from './facts';
import { wholeNumber } from './partition-form';
import { addLocalGroupVerdict, addToGroupVerdict } from './volume-rules';
import { briefly } from './words';

/** kind: the platform's own nova-local, or one that volumes of containers come from. device: to begin with; empty: none. */
export type GroupForm = { kind: 'nova-local' | 'lvm-csi'; name: string; type: LvmType; device: string };
export type GroupFaults = Partial<Record<keyof GroupForm, string>>;

export function newGroupForm(facts: StorageFacts): GroupForm {
  const kind = addLocalGroupVerdict(facts).ok ? 'nova-local' : 'lvm-csi';
  return { kind, name: '', type: 'thick', device: '' };
}

export const groupName = ({ kind, name }: GroupForm): string =>
  kind === 'nova-local' ? LOCAL_GROUP : name.trim();

/** lvm(8): what a name of a group is made of. The platform looks at the name only when the host makes it. */
const NAME = /^(?!-)(?!\.{1,2}$)[a-zA-Z0-9+_.-]{1,127}$/;

export function groupFaults(form: GroupForm, facts: StorageFacts): GroupFaults {
  if (form.kind === 'nova-local' || form.name.trim() === '') return {};
  const name = form.name.trim();
  const own = groupOf(facts, name);
  if (name === LOCAL_GROUP) return { name: `${LOCAL_GROUP} is the choice above` };
  if (name === PLATFORM_GROUP || (own && !isRemoving(own))) return { name: `This host has ${name} already` };
  return NAME.test(name) ? {} : { name: 'Letters, digits and + _ . - alone, not beginning with -' };
}

export const groupGap = (form: GroupForm): string | null =>
  groupName(form) === '' ? 'Give it a name' : null;

export function groupPlan(form: GroupForm): StorageCall[] {
  const group = groupName(form);
  const lvm = form.kind === 'nova-local' ? null : { function: LVM_CSI, type: form.type };
  const on = deviceRef(form.device, undefined);
  return [
    { do: 'group.add', group, lvm },
    ...(on ? [{ do: 'volume.add', group, on } satisfies StorageCall] : []),
  ];
}

export const groupOptions = (facts: StorageFacts): Option[] =>
  facts.volumeGroups.map((own) => option(own.name, briefly(addToGroupVerdict(own, facts))));

/** Which group a form begins with. Never cgts-vg by itself: nothing leaves that again. */
export const firstGroup = (facts: StorageFacts): string =>
  groupOptions(facts).find(({ value, why }) => why === null && value !== PLATFORM_GROUP)?.value ?? '';

export type VolumeForm = { group: string; device: string };

export function volumePlan({ group, device }: VolumeForm, preset: DeviceRef | undefined): StorageCall[] {
  const on = deviceRef(device, preset);
  return on ? [{ do: 'volume.add', group, on }] : [];
}

/** Parameters of cgts-vg: whether containers get volumes from it, and how large their thin pool is, in whole GiB. */
export type ParameterForm = { csi: boolean; pool: string };

export const parameterForm = ({ parameters }: VolumeGroup): ParameterForm => ({
  csi: parameters.lvm_function === LVM_CSI,
  pool: parameters.lvm_pool_size ?? '',
});

/** GiB that no volume has taken, by its extents, as lvg.py _check_pool_resize counts; null: not known. */
export function freeGib({ sizeBytes, freeExtents, totalExtents }: VolumeGroup): number | null {
  if (sizeBytes === null || freeExtents === null || !totalExtents) return null;
  return wholeGibOfBytes((sizeBytes * freeExtents) / totalExtents);
}

export type ParameterFaults = { csi?: string; pool?: string };

export function parameterFaults(form: ParameterForm, own: VolumeGroup): ParameterFaults {
  const before = parameterForm(own);
  const thin = Number(own.parameters.thin_cur_lv ?? 0);
  if (!form.csi) {
    return before.csi && thin > 0 ? { csi: `Containers have ${thin} volumes in it` } : {};
  }
  if (form.pool.trim() === '' || form.pool === before.pool) return {};
  const pool = wholeNumber(form.pool);
  if (pool === null) return { pool: 'A whole number of GiB' };
  const had = before.csi ? Number(before.pool) : Number.NaN;
  if (!Number.isFinite(had) || before.pool === '') return {};
  if (pool < had) return { pool: `At least ${before.pool}: the pool only grows` };
  const free = freeGib(own);
  return free !== null && pool - had > free
    ? { pool: `At most ${Math.floor(had + free)}, with what is free in the group` }
    : {};
}

/** Only what differs. */
export function parameterPlan(form: ParameterForm, own: VolumeGroup): StorageCall[] {
  const before = parameterForm(own);
  const pool =
    form.csi && form.pool.trim() !== '' && form.pool.trim() !== before.pool ? wholeNumber(form.pool) : null;
  const to: GroupParameters = {
    ...(form.csi === before.csi ? {} : { function: form.csi ? LVM_CSI : 'none' }),
    ...(pool === null ? {} : { poolSizeGib: pool }),
  };
  return Object.keys(to).length > 0 ? [{ do: 'group.change', group: own.name, to }] : [];
}
