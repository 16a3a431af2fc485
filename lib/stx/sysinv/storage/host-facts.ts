/** Local storage of a host: sysinv `ipvs`, `partitions`, `istors`, `host_fs`. */
import 'server-only';
import { z } from 'zod';
import type { HostFsFact, OsdFact, PartitionFact, PhysicalVolumeFact } from '@/lib/domain/host-facts';
import type { Result } from '@/lib/domain/result';
import { type Connection, segment } from '../../connection';
import { text } from '../../decode';
import { allRows } from '../../rows';

export const physicalVolumeWire = z.object({ lvm_vg_name: z.string(), pv_state: text });
export const partitionWire = z.object({ device_path: text, device_node: text, status: z.number() });
export const osdWire = z.object({ state: text, tier_uuid: text });
export const hostFsWire = z.object({
  name: z.string(),
  state: text,
  capabilities: z
    .object({ functions: z.array(z.string()).nullish() })
    .loose()
    .nullish(),
});

const below = (host: string, collection: string) => `/ihosts/${segment(host)}/${collection}`;

/** Physical volumes of a host. @param host uuid */
export function listPhysicalVolumes(
  connection: Connection,
  host: string,
): Promise<Result<PhysicalVolumeFact[]>> {
  return allRows(connection, below(host, 'ipvs'), 'ipvs', physicalVolumeWire, (row) => ({
    volumeGroup: row.lvm_vg_name,
    state: row.pv_state,
  }));
}

/** Partitions of a host with their state number (constants.PARTITION_*_STATUS). @param host uuid */
export function listPartitions(connection: Connection, host: string): Promise<Result<PartitionFact[]>> {
  return allRows(connection, below(host, 'partitions'), 'partitions', partitionWire, (row) => ({
    device: row.device_path ?? row.device_node ?? 'unknown device',
    status: row.status,
  }));
}

/** Ceph OSDs and journals of a host. @param host uuid */
export function listOsds(connection: Connection, host: string): Promise<Result<OsdFact[]>> {
  return allRows(connection, below(host, 'istors'), 'istors', osdWire, (row) => ({
    state: row.state,
    tierId: row.tier_uuid,
  }));
}

/** Filesystems of a host with the storage functions each carries. @param host uuid */
export function listHostFs(connection: Connection, host: string): Promise<Result<HostFsFact[]>> {
  return allRows(connection, below(host, 'host_fs'), 'host_fs', hostFsWire, (row) => ({
    name: row.name,
    state: row.state,
    functions: row.capabilities?.functions ?? [],
  }));
}
