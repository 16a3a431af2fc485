/** How changes to storage are written down: the verb, the name of what was changed, and to what. */
import 'server-only';
import { POOLS } from '@/lib/domain/storage/backend';
import type { BackendChange, StorageCall } from '@/lib/domain/storage/cloud/storage-calls';
import { type FsSize, sizesCli } from '@/lib/domain/storage/fs-size';
import { CEPH_FS, type HostFsCall } from '@/lib/domain/storage/host-fs/host-fs-calls';

type Line = { action: string; target: string; details?: Record<string, string> };

const backendDetails = (
  to: {
    [Key in keyof BackendChange]: BackendChange[Key] | null;
  },
): Record<string, string> => ({
  ...(to.services ? { services: to.services.join(',') } : {}),
  ...(to.replication == null ? {} : { replication: String(to.replication) }),
  ...(to.minReplication == null ? {} : { minReplication: String(to.minReplication) }),
  ...(to.deploymentModel == null ? {} : { deploymentModel: to.deploymentModel }),
});

const sizes = (all: readonly FsSize[]): Record<string, string> => ({ filesystemSizesGib: sizesCli(all) });

/** The names of details are those that lib/server/audit.ts may write in the clear. */
export function auditOfStorage(call: StorageCall): Line {
  switch (call.do) {
    case 'backend.add':
      return {
        ...{ action: 'storage-backend.add', target: call.name },
        details: {
          ...{ backendKind: call.kind, ...backendDetails(call) },
          ...(call.tier === null ? {} : { tier: call.tier }),
        },
      };
    case 'backend.change':
      return { action: 'storage-backend.change', target: call.name, details: backendDetails(call.to) };
    case 'backend.quotas': {
      const quotas = POOLS.flatMap((pool) =>
        call.gib[pool] === undefined ? [] : `${pool}=${call.gib[pool]}`,
      );
      return {
        ...{ action: 'storage-backend.quotas', target: call.name },
        details: { poolQuotasGib: quotas.join(' ') },
      };
    }
    case 'backend.delete':
      return { action: 'storage-backend.delete', target: call.name };
    case 'tier.create':
      return { action: 'storage-tier.create', target: call.name };
    case 'tier.rename':
      return { action: 'storage-tier.change', target: call.name, details: { name: call.to } };
    case 'tier.delete':
      return { action: 'storage-tier.delete', target: call.name };
    case 'monitor.add':
      return { action: 'ceph-monitor.add', target: call.host };
    case 'monitor.resize':
      return {
        ...{ action: 'ceph-monitor.change', target: call.host },
        details: { sizeGib: String(call.sizeGib) },
      };
    case 'monitor.delete':
      return { action: 'ceph-monitor.delete', target: call.host };
    case 'controllerfs.resize':
      return { action: 'controllerfs.change', target: 'controllers', details: sizes(call.sizes) };
  }
}

/** @param host its name where it is known, otherwise its uuid */
export function auditOfHostFs(call: HostFsCall, host: string): Line {
  switch (call.do) {
    case 'hostfs.resize':
      return { action: 'host-fs.change', target: host, details: sizes(call.sizes) };
    case 'hostfs.add':
      return {
        ...{ action: 'host-fs.add', target: `${host} ${call.name}` },
        details: { sizeGib: String(call.sizeGib) },
      };
    case 'hostfs.delete':
      return { action: 'host-fs.delete', target: `${host} ${call.name}` };
    case 'hostfs.functions':
      return {
        ...{ action: 'host-fs.change', target: `${host} ${CEPH_FS}` },
        details: { functions: call.functions.join(',') },
      };
  }
}
