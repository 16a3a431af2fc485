/** Unlock: applications, the root CA of Kubernetes, the platform's volume group, partitions. */
import type { World } from '../../../kernel/world';
import { refuse } from '../../faults';
import { type Host, nameOf } from '../../host';
import { rowsOn } from '../../network/rows';
import { PARTITION } from '../../storage/rows';

const BUSY = ['applying', 'updating', 'recovering', 'removing'];

/** check_unlock_application */
export function checkApplications(world: World, host: Host): void {
  const simplex = world.sysinv.isSimplex();
  const states = simplex ? [...BUSY, 'uploading'] : BUSY;
  if (!world.sysinv.cloud('apps').some(({ status }) => states.includes(String(status)))) return;
  refuse(
    400,
    `Rejected: Can not unlock host ${nameOf(host)} while an application is being ${simplex ? 'uploaded, ' : ''}applied, updated, recovered or removed. Please try again later.`,
  );
}

const ROOTCA_PODS = ['updating-pods-trust-both-cas', 'updating-pods-trust-new-ca'];
const ROOTCA_HOST = [
  'updating-host-trust-both-cas',
  'updating-host-update-certs',
  'updating-host-trust-new-ca',
];

/** _semantic_check_unlock_kube_rootca_update */
export function checkRootca(world: World, host: Host): void {
  const { rootca, rootcaHosts } = world.sysinv.kube;
  if (!rootca) return;
  const words = `Can not unlock ${nameOf(host)} while kubernetes root ca update phase in progress. Wait for update phase to complete`;
  if (ROOTCA_PODS.includes(rootca.state)) refuse(400, `${words}.`);
  const own = rootcaHosts.find(({ hostname }) => hostname === host.row.hostname);
  if (own && ROOTCA_HOST.includes(String(own.state))) refuse(400, `${words} on host.`);
}

/** _semantic_check_cgts_vg */
export function checkCgtsVg(world: World, host: Host): void {
  if (rowsOn(world, 'ipvs', host).some(({ lvm_vg_name }) => lvm_vg_name === 'cgts-vg')) return;
  refuse(400, `The cgts-vg volume group on ${nameOf(host)} does not contain any physical volumes.`);
}

const CHANGING: readonly number[] = [PARTITION.creating, PARTITION.deleting, PARTITION.modifying];

/** check_unlock_partitions */
export function checkPartitions(world: World, host: Host): void {
  if (!rowsOn(world, 'partitions', host).some(({ status }) => CHANGING.includes(Number(status)))) return;
  refuse(
    400,
    `Cannot unlock host ${nameOf(host)} while partitions on the host are in a creating/deleting/modifying state.`,
  );
}
