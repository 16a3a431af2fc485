/** Which hosts of a cloud may have OSDs, and when (sysinv storage.py _check_host, common/ceph.py get_ceph_storage_model). */
import { hostName, isLocked } from '../../host';
import { allowed, denied, type Verdict } from '../../result';
import { isAllInOne, isSimplex } from '../../system';
import type { StorageFacts } from './facts';
import { lockFirst } from './words';

const CITE = 'sysinv storage.py _check_host';

/** bare: Ceph set up by the platform; rook: by the application rook-ceph; none: neither. null: not known. */
export type CephKind = 'bare' | 'rook' | 'none' | null;

export function cephKind({ cloud: { backends } }: Pick<StorageFacts, 'cloud'>): CephKind {
  if (backends === null) return null;
  if (backends.some(({ kind }) => kind === 'ceph')) return 'bare';
  return backends.some(({ kind }) => kind === 'ceph-rook') ? 'rook' : 'none';
}

type Model = 'aio-sx' | 'controller-nodes' | 'storage-nodes' | 'undefined';

/** Where the OSDs of bare Ceph are. null: not known. */
export function storageModel({ system, hosts, cloud }: StorageFacts): Model | null {
  if (system === null) return null;
  if (isAllInOne(system)) return isSimplex(system) ? 'aio-sx' : 'controller-nodes';
  if (hosts === null) return null;
  if (hosts.some(({ personality }) => personality === 'storage')) return 'storage-nodes';
  if (cloud.monitors === null || cloud.functions === null) return null;
  const of = (hostId: string | null) => hosts.find(({ id }) => id === hostId)?.personality;
  const monitor = cloud.monitors.some(({ hostId }) => of(hostId) === 'worker');
  const osd = cloud.functions.some(({ hostId }) => of(hostId) === 'controller');
  return monitor || osd ? 'controller-nodes' : 'undefined';
}

/** Can OSDs and journals of this host be changed now? */
export function cephHostVerdict(facts: StorageFacts): Verdict {
  const kind = cephKind(facts);
  if (kind === null) return allowed;
  if (kind === 'none')
    return denied('The cloud has no Ceph: add a storage backend ceph or ceph-rook first.', CITE);
  return kind === 'rook' ? rookVerdict(facts) : bareVerdict(facts);
}

function bareVerdict(facts: StorageFacts): Verdict {
  const { host } = facts;
  const model = storageModel(facts);
  if (model === null) return allowed;
  if (model === 'undefined')
    return denied(
      'Install storage-0, or put a Ceph monitor on a worker first: until then it is not clear where OSDs go.',
      CITE,
    );
  if (model === 'storage-nodes' && host.personality !== 'storage')
    return denied('In this cloud OSDs are on storage hosts.', CITE);
  if (model === 'controller-nodes' && host.personality !== 'controller')
    return denied('In this cloud OSDs are on controllers.', CITE);
  if (model === 'storage-nodes')
    return isLocked(host)
      ? allowed
      : lockFirst(facts, 'OSDs of storage hosts change while they are locked', CITE);
  return host.administrative === 'unlocked' && host.operational !== 'enabled'
    ? denied(`${hostName(host)} is unlocked and not enabled. Wait until it is, or lock it.`, CITE)
    : allowed;
}

function rookVerdict({ host, cloud }: StorageFacts): Verdict {
  const model = cloud.backends?.find(({ kind }) => kind === 'ceph-rook')?.deploymentModel ?? 'controller';
  const wanted = model === 'controller' ? 'controller' : model === 'dedicated' ? 'worker' : host.personality;
  return host.personality === wanted
    ? allowed
    : denied(`Deployment model ${model} of Rook has OSDs on ${wanted}s.`, CITE);
}
