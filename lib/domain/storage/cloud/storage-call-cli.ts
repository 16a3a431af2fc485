/** The `system …` command of each change (cgts-client v1/storage_backend_shell.py, storage_tier_shell.py, ceph_mon_shell.py, controller_fs_shell.py). */
import { shellQuote } from '../../host-action-cli';
import { POOLS } from '../backend';
import type { CloudStorage } from '../cloud-storage';
import { sizesCli } from '../fs-size';
import type { StorageCall } from './storage-calls';

const option = (name: string, value: string | number | null | undefined): string =>
  value === null || value === undefined || value === '' ? '' : ` ${name} ${shellQuote(String(value))}`;

const parameters = (all: Readonly<Record<string, string | number | null | undefined>>): string =>
  Object.entries(all)
    .flatMap(([name, value]) => (value === null || value === undefined ? [] : [` ${name}=${value}`]))
    .join('');

const idOf = <T extends { id: string; name: string | null }>(all: readonly T[], name: string): string =>
  all.find((one) => one.name === name)?.id ?? `<uuid of ${name}>`;

export function storageCallCli(call: StorageCall, storage: CloudStorage): string {
  switch (call.do) {
    case 'backend.add': {
      const { kind, name, services, replication, minReplication, deploymentModel, tier } = call;
      const tierId = tier === null ? null : idOf(storage.tiers, tier);
      return `system storage-backend-add ${kind}${option('-n', name)}${option('-s', services.join(','))}${option('-t', tierId)}${option('--deployment', deploymentModel)} --confirmed${parameters({ replication, min_replication: minReplication })}`;
    }
    case 'backend.change': {
      const { services, replication, minReplication, deploymentModel } = call.to;
      return `system storage-backend-modify${option('-s', services?.join(','))} ${shellQuote(call.name)}${parameters({ replication, min_replication: minReplication, deployment_model: deploymentModel })}`;
    }
    case 'backend.quotas':
      return `system storage-backend-modify ${shellQuote(call.name)}${parameters(
        Object.fromEntries(POOLS.map((pool) => [`${pool}_pool_gib`, call.gib[pool]])),
      )}`;
    case 'backend.delete':
      return `system storage-backend-delete ${shellQuote(call.name)}`;
    case 'tier.create':
      return `system storage-tier-add ${idOf(storage.clusters, call.cluster)} ${shellQuote(call.name)}`;
    case 'tier.rename':
      return `system storage-tier-modify -n ${shellQuote(call.to)} ${clusterOf(call.name, storage)} ${shellQuote(call.name)}`;
    case 'tier.delete':
      return `system storage-tier-delete ${clusterOf(call.name, storage)} ${shellQuote(call.name)}`;
    case 'monitor.add':
      return `system ceph-mon-add ${shellQuote(call.host)}`;
    case 'monitor.resize':
      return `system ceph-mon-modify ${shellQuote(call.host)} ceph_mon_gib=${call.sizeGib}`;
    case 'monitor.delete':
      return `system ceph-mon-delete ${shellQuote(call.host)}`;
    case 'controllerfs.resize':
      return `system controllerfs-modify ${sizesCli(call.sizes)}`;
  }
}

const clusterOf = (tier: string, { tiers }: CloudStorage): string =>
  tiers.find(({ name }) => name === tier)?.clusterId ?? `<uuid of the cluster of ${tier}>`;
