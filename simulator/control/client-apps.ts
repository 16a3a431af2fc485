/** Applications, Kubernetes and storage, from the other side of the control port. */
import type { StorageFaultKind } from '../storage/faults';
import type { StorageRequest } from '../storage/scenarios';
import type { AppFault } from '../sysinv/apps/faults';
import type { AppStatus } from '../sysinv/apps/types';
import type { KubeSetting } from '../sysinv/kube/arrange';
import type { RootcaSetting } from '../sysinv/kube/arrange-rootca';
import type { KubeFault, KubeFaultKind } from '../sysinv/kube/faults';
import type { Trouble } from '../sysinv/kube/store';
import type { StartedStorage, StorageInfo } from './answers';
import { query, type Where } from './client-calls';
import { HostControl } from './client-hosts';

export class AppControl extends HostControl {
  /** What befalls storage, and Ceph's health. */
  async storage(where: Where = {}): Promise<StorageInfo> {
    return this.call<StorageInfo>('GET', `storage?${query(where)}`);
  }

  /** Breaks a disk, fills a filesystem or a volume group, takes monitors away. A sentence when no host can have it. */
  async startStorage(request: StorageRequest, where: Where = {}): Promise<StartedStorage> {
    return (await this.call<{ fault: StartedStorage }>('POST', 'storage/start', { ...where, ...request }))
      .fault;
  }

  /** Ends such cases now, so that recovery begins; all of them, if neither is said. Returns how many. */
  async endStorage(
    which: { scenario?: StorageFaultKind; host?: string } = {},
    where: Where = {},
  ): Promise<number> {
    return (await this.call<{ ended: unknown[] }>('POST', 'storage/end', { ...where, ...which })).ended
      .length;
  }

  /** So many pieces of work on storage fail from now on: a partition, an OSD, a filesystem, a backend. */
  async failStorage(times = 1, where: Where = {}): Promise<void> {
    await this.call('POST', 'storage/fail', { ...where, times });
  }

  /** Applies the application of Rook or LVM, as an operator would: it takes a minute of simulated time. */
  async applyStorageApp(where: Where = {}): Promise<void> {
    await this.call('POST', 'storage/apply-app', where);
  }

  /** Puts odd rows of storage on a host. */
  async oddStorage(host: string, where: Where = {}): Promise<void> {
    await this.call('POST', 'storage/odd', { ...where, host });
  }

  /** Something goes wrong with an application: refused, failed or hanging. See simulator/README.md. */
  async failApp(fault: AppFault, where: Where = {}): Promise<void> {
    await this.call('POST', 'apps/faults', { ...where, ...fault });
  }

  /** Nothing goes wrong with applications from now on; what hangs goes on hanging. */
  async clearAppFaults(where: Where = {}): Promise<void> {
    await this.call('DELETE', 'apps/faults', where);
  }

  /** Whether Kubernetes answers, without which no work on applications is accepted. */
  async kubernetes(healthy: boolean, where: Where = {}): Promise<void> {
    await this.call('POST', 'apps/kubernetes', { ...where, healthy });
  }

  /** Sets an application's status past every check, and ends what it was doing. */
  async setApp(app: string, status: AppStatus, progress?: string, where: Where = {}): Promise<void> {
    await this.call('POST', 'apps/state', { ...where, app, status, progress });
  }

  /** Puts the cloud in such order that an upgrade of Kubernetes may begin: hosts in service, no alarm, no failed application. */
  async readyKube(where: Where = {}): Promise<void> {
    await this.call('POST', 'kube/ready', where);
  }

  /** Puts an upgrade of Kubernetes into a state past every check; nothing goes on in it. `none` takes it away. */
  async setKube(setting: KubeSetting, where: Where = {}): Promise<void> {
    await this.call('POST', 'kube/state', { ...where, ...setting });
  }

  /** The same for the update of its root CA. */
  async setRootca(setting: RootcaSetting, where: Where = {}): Promise<void> {
    await this.call('POST', 'kube/rootca', { ...where, ...setting });
  }

  /** A state of Kubernetes' upgrade, of one of its hosts or of its root CA fails, or never ends. */
  async failKube(
    fault: Omit<KubeFault, 'kind'> & { kind?: KubeFaultKind },
    where: Where = {},
  ): Promise<void> {
    await this.call('POST', 'kube/faults', { ...where, ...fault });
  }

  async clearKubeFaults(where: Where = {}): Promise<void> {
    await this.call('DELETE', 'kube/faults', where);
  }

  /** Lines of the health report that fail: nodes and pods by name, a software deployment. `{}` for none. */
  async kubeHealth(trouble: Partial<Trouble>, where: Where = {}): Promise<void> {
    await this.call('POST', 'kube/health', { ...where, ...trouble });
  }
}
