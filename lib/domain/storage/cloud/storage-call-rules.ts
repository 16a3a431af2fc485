/** May a change to the storage of the cloud be sent, as far as can be told beforehand? */
import { allowed, denied, type Verdict } from '../../result';
import { addBackendVerdict, changeBackendVerdict, deleteBackendVerdict } from './backend-rules';
import { resizeControllerFsVerdict } from './controller-fs-rules';
import {
  addMonitorVerdict,
  deleteMonitorVerdict,
  growableMonitorVerdict,
  monitorSizeVerdict,
} from './monitor-rules';
import { storageSteps } from './storage-call-effect';
import type { StorageCall } from './storage-calls';
import { hostNamed, type StorageState } from './storage-state';
import { createTierVerdict, deleteTierVerdict, renamableVerdict } from './tier-rules';

const missing = (what: string): Verdict => denied(`There is no ${what} any more.`);

export function storageCallVerdict(call: StorageCall, state: StorageState): Verdict {
  const { backends, tiers, monitors } = state.storage;
  switch (call.do) {
    case 'backend.add':
      return addBackendVerdict(call, state);
    case 'backend.change':
    case 'backend.quotas':
    case 'backend.delete': {
      const found = backends.find(({ name }) => name === call.name);
      if (!found) return missing(`backend ${call.name}`);
      if (call.do === 'backend.delete') return deleteBackendVerdict(found, state);
      // Quotas are held against nothing: storage_ceph.py _patch says "Don't check quotas".
      return call.do === 'backend.change'
        ? changeBackendVerdict(found, call.to, state)
        : changeBackendVerdict(found, {}, state);
    }
    case 'tier.create':
      return createTierVerdict(call.name, state.storage);
    case 'tier.rename':
    case 'tier.delete': {
      const found = tiers.find(({ name }) => name === call.name);
      if (!found) return missing(`tier ${call.name}`);
      return call.do === 'tier.delete' ? deleteTierVerdict(found) : renamableVerdict(found);
    }
    case 'monitor.add': {
      const host = hostNamed(state.hosts, call.host);
      return host ? addMonitorVerdict(host, state) : missing(`host ${call.host}`);
    }
    case 'monitor.resize':
    case 'monitor.delete': {
      const found = monitors.find(({ hostname }) => hostname === call.host);
      if (!found) return missing(`monitor on ${call.host}`);
      if (call.do === 'monitor.delete') return deleteMonitorVerdict(found);
      const grows = growableMonitorVerdict(found, state);
      return grows.ok ? monitorSizeVerdict(call.sizeGib, found) : grows;
    }
    case 'controllerfs.resize':
      return resizeControllerFsVerdict(call.sizes, state);
  }
}

export type StorageReview = { call: StorageCall; sent: StorageCall | null; verdict: Verdict };

/** Each call of a list with what the platform will say of it, seen from the state that the ones before it leave. */
export function reviewStorageCalls(calls: readonly StorageCall[], start: StorageState): StorageReview[] {
  let state = start;
  return calls.map((call) => {
    const sent = storageSteps.remaining(call, state.storage);
    if (sent === null) return { call, sent, verdict: allowed };
    const verdict = storageCallVerdict(sent, state);
    state = { ...state, storage: storageSteps.after(sent, state.storage) };
    return { call, sent, verdict };
  });
}
