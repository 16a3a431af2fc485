/** What may be done to the filesystems of a host, as the platform checks it (sysinv api/controllers/v1/host_fs.py). */
import { type Host, hostName, isController, isLocked, isWorker, type Unknown } from '../../host';
import { allowed, denied, type Verdict } from '../../result';
import { may, type Right, type Viewer } from '../../rights';
import type { HostFs } from '../filesystem';
import { type FsSize, freeGib, growsVerdict } from '../fs-size';
import { LOCAL_GROUP, type VolumeGroup } from '../volume-group';
import { CEPH_FS, type HostFsCall } from './host-fs-calls';

export const HOST_FS_RIGHT: Right = 'system.configure';
export const HOST_FS_DEED = 'Changing filesystems';
/** Admin and configurator (policy config_api:host_fs:modify). */
export const mayChangeHostFs = (viewer: Viewer): Verdict => may(viewer, HOST_FS_RIGHT, HOST_FS_DEED);

export type HostFsFacts = {
  host: Host;
  filesystems: readonly HostFs[];
  groups: readonly VolumeGroup[];
  /** Is Ceph by Rook a backend? null: not known. */
  rook: Unknown<boolean>;
  /** Is a replicated filesystem of the controllers being resized? null: not known. */
  drbdResizing: Unknown<boolean>;
};

/** Filesystems that people add and delete (constants.HOSTFS_CREATION_ALLOWED). */
export const OPTIONAL_FS = ['image-conversion', 'instances', CEPH_FS] as const;
const isOptional = (name: string): boolean => OPTIONAL_FS.some((one) => one === name);

const RESIZE = 'sysinv host_fs.py _check_fs_resizing';
const BUSY = ['creating', 'creating on unlock', 'deleting', 'deleting on unlock'];
const isReady = (state: string): boolean => state.toLowerCase() === 'ready';

/** May this one be resized now? */
export function resizableVerdict(fs: HostFs, { drbdResizing }: Pick<HostFsFacts, 'drbdResizing'>): Verdict {
  if (fs.state !== null) {
    if (isOptional(fs.name) && !isReady(fs.state)) {
      return denied(`${fs.name} can be resized once it is Ready. It is ${fs.state}.`, RESIZE);
    }
    if (BUSY.includes(fs.state.toLowerCase().replace(/[()]/g, ''))) {
      return denied(`${fs.name} is ${fs.state}.`, RESIZE);
    }
  }
  return drbdResizing === true
    ? denied('A filesystem of the controllers is being resized by DRBD. Wait until it is done.', RESIZE)
    : allowed;
}

export function hostFsSizeVerdict(fs: HostFs, sizeGib: number, facts: HostFsFacts): Verdict {
  const verdict = resizableVerdict(fs, facts);
  return verdict.ok ? growsVerdict(sizeGib, fs, RESIZE) : verdict;
}

/** GiB that the changes take of cgts-vg; null: one of the sizes is not known. */
export function hostFsGrowthGib(sizes: readonly FsSize[], filesystems: readonly HostFs[]): Unknown<number> {
  let growth = 0;
  for (const { name, sizeGib } of sizes) {
    const now = filesystems.find((one) => one.name === name)?.sizeGib ?? null;
    if (now === null) return null;
    growth += Math.max(0, sizeGib - now);
  }
  return growth;
}

/** What cannot be known blocks nothing: the platform decides. */
function roomVerdict(growthGib: Unknown<number>, facts: HostFsFacts): Verdict {
  const free = freeGib(facts.groups);
  if (growthGib === null || free === null || growthGib <= free) return allowed;
  return denied(
    `${growthGib} GiB more are asked for, and ${free} GiB of cgts-vg are free.`,
    'sysinv host_fs.py update_many, utils.py get_node_cgtsvg_limit',
  );
}

export function resizeVerdict(sizes: readonly FsSize[], facts: HostFsFacts): Verdict {
  for (const { name, sizeGib } of sizes) {
    const fs = facts.filesystems.find((one) => one.name === name);
    if (!fs) return denied(`There is no filesystem ${name} any more.`);
    const verdict = hostFsSizeVerdict(fs, sizeGib, facts);
    if (!verdict.ok) return verdict;
  }
  return roomVerdict(hostFsGrowthGib(sizes, facts.filesystems), facts);
}

/** May a filesystem of this name be added to the host, whatever its size? */
export function addableVerdict(name: string, facts: HostFsFacts): Verdict {
  const verdict = supportVerdict(name, facts);
  if (!verdict.ok) return verdict;
  return facts.filesystems.some((one) => one.name === name)
    ? denied(`${hostName(facts.host)} has filesystem ${name} already.`, 'sysinv host_fs.py _create')
    : allowed;
}

/** Checks that adding and deleting have in common. */
function supportVerdict(name: string, { host, groups, rook }: HostFsFacts): Verdict {
  const cite = 'sysinv host_fs.py _check_host_fs';
  if (!isOptional(name)) return denied(`Only ${OPTIONAL_FS.join(', ')} can be added and deleted.`, cite);
  if (name === 'image-conversion') {
    if (!isController(host)) return denied('image-conversion is for controllers only.', cite);
    if (!['available', 'online', 'degraded'].includes(host.availability ?? ''))
      return denied('The controller has to be available, online or degraded.', cite);
  }
  if (name === 'instances') {
    if (!isController(host) && !isWorker(host))
      return denied('instances is for controllers and workers only.', cite);
    if (isWorker(host) && !isLocked(host)) return denied('Lock the host first.', cite);
    if (groups.some((group) => group.name === LOCAL_GROUP && group.state !== 'removing'))
      return denied(`Volume group ${LOCAL_GROUP} is in its place. Delete it first.`, cite);
  }
  if (name === CEPH_FS) {
    if (!isController(host) && !isWorker(host))
      return denied('ceph is for controllers and workers only.', cite);
    if (rook === false) return denied('It needs Ceph by Rook as a backend, and there is none.', cite);
  }
  return allowed;
}

export function addVerdict(name: string, sizeGib: number, facts: HostFsFacts): Verdict {
  const verdict = addableVerdict(name, facts);
  if (!verdict.ok) return verdict;
  if (sizeGib < 1) return denied('At least 1 GiB.', 'sysinv host_fs.py _create');
  return roomVerdict(sizeGib, facts);
}

const DELETABLE = ['ready', 'creating on unlock', 'update error', 'error'];

export function deleteVerdict(fs: HostFs, facts: HostFsFacts): Verdict {
  if (!isOptional(fs.name)) return denied('It is a part of every host.', 'sysinv host_fs.py _check_host_fs');
  const verdict = supportVerdict(fs.name, facts);
  if (!verdict.ok) return verdict;
  const state = fs.state?.toLowerCase().replace(/[()]/g, '') ?? null;
  return state === null || DELETABLE.includes(state)
    ? allowed
    : denied(`It can be deleted once it is Ready. It is ${fs.state}.`, 'sysinv host_fs.py _delete');
}

const FUNCTIONS = 'sysinv host_fs.py _check_capabilities';

/** Only the monitor is given and taken here; OSDs come and go with their disks. */
export function functionsVerdict(functions: readonly string[], facts: HostFsFacts): Verdict {
  const fs = facts.filesystems.find(({ name }) => name === CEPH_FS);
  if (!fs) return denied(`${hostName(facts.host)} has no filesystem ${CEPH_FS}.`, FUNCTIONS);
  if (facts.rook === false)
    return denied('It needs Ceph by Rook as a backend, and there is none.', FUNCTIONS);
  if (functions.includes('osd') && !fs.functions.includes('osd'))
    return denied('The function osd comes with the first OSD.', FUNCTIONS);
  if (!functions.includes('osd') && fs.functions.includes('osd'))
    return denied('The function osd goes with the last OSD.', FUNCTIONS);
  return allowed;
}

export function hostFsVerdict(call: HostFsCall, facts: HostFsFacts): Verdict {
  switch (call.do) {
    case 'hostfs.resize':
      return resizeVerdict(call.sizes, facts);
    case 'hostfs.add':
      return addVerdict(call.name, call.sizeGib, facts);
    case 'hostfs.delete': {
      const fs = facts.filesystems.find(({ name }) => name === call.name);
      return fs ? deleteVerdict(fs, facts) : denied(`There is no filesystem ${call.name} any more.`);
    }
    case 'hostfs.functions':
      return functionsVerdict(call.functions, facts);
  }
}
