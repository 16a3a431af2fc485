/** The storage of every host in a line each, for lists of hosts. */
import type { OsdPlace } from './cloud-storage';
import { isOsd } from './storage-function';
import type { VolumeGroup } from './volume-group';

type Group = Pick<VolumeGroup, 'name' | 'sizeBytes' | 'availableBytes'>;

export type HostStorageSum = {
  /** uuid of the host. */
  id: string;
  groups: readonly Group[];
  osds: number;
  /** Of these, how many are in no state but configured. */
  unsettledOsds: number;
};

/** `null` of a part: it could not be read, which says nothing of any host. */
export type HostStorageSums = {
  hosts: readonly HostStorageSum[];
  unread: readonly { part: 'volumeGroups' | 'storageFunctions'; message: string }[];
};

/** @returns hosts that have a volume group, an OSD or a journal; rows that name no host are of none */
export function sumsByHost(groups: readonly VolumeGroup[], functions: readonly OsdPlace[]): HostStorageSum[] {
  const sums = new Map<string, { groups: Group[]; osds: number; unsettledOsds: number }>();
  const of = (id: string) => {
    const known = sums.get(id) ?? { groups: [], osds: 0, unsettledOsds: 0 };
    sums.set(id, known);
    return known;
  };
  for (const { hostId, name, sizeBytes, availableBytes } of groups) {
    if (hostId !== null) of(hostId).groups.push({ name, sizeBytes, availableBytes });
  }
  for (const one of functions) {
    if (one.hostId === null || !isOsd(one)) continue;
    const sum = of(one.hostId);
    sum.osds += 1;
    if (one.state !== 'configured') sum.unsettledOsds += 1;
  }
  return [...sums].map(([id, sum]) => ({ id, ...sum }));
}

/** `cgts-vg 63 %`: how much of a group is taken; "unknown" where the platform did not say both sizes. */
export function groupWords({ name, sizeBytes, availableBytes }: Group): string {
  if (sizeBytes === null || availableBytes === null || sizeBytes <= 0) return `${name} unknown`;
  const taken = Math.min(1, Math.max(0, (sizeBytes - availableBytes) / sizeBytes));
  return `${name} ${Math.round(taken * 100)} %`;
}

/** `cgts-vg 63 %, 4 OSDs, 1 not configured`. */
export function sumWords({ groups, osds, unsettledOsds }: HostStorageSum): string {
  return [
    ...groups.map(groupWords),
    ...(osds > 0 ? [osds === 1 ? '1 OSD' : `${osds} OSDs`] : []),
    ...(unsettledOsds > 0 ? [`${unsettledOsds} not configured`] : []),
  ].join(', ');
}
