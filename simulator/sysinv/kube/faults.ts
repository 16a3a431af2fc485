/** What goes wrong with Kubernetes when the control port says so. */
import { HOST_STATES, ROOTCA_STATES, UPGRADE_STATES } from './states';

export const FAULT_KINDS = ['fail', 'hang'] as const;
/** Ends in the state's failure; or never ends, until somebody sets it to failed or aborts. */
export type KubeFaultKind = (typeof FAULT_KINDS)[number];

/** States that something goes on in, and can fail in. */
export const FAULT_STATES: readonly string[] = [
  ...new Set(
    [...UPGRADE_STATES, ...HOST_STATES, ...ROOTCA_STATES].filter(
      (state) =>
        /^(downloading|pre-updating|post-updating|upgrading|updating|cordon-started|uncordon-started|upgrade-aborting)/.test(
          state,
        ) &&
        !state.endsWith('-failed') &&
        state !== 'upgrading-kubelets',
    ),
  ),
];

export type KubeFault = {
  /** `downloading-images`, `upgrading-etcd`, `updating-host-update-certs`, … */
  state: string;
  /** On which host, for states of hosts; any without it. */
  host?: string | undefined;
  kind: KubeFaultKind;
  /** For how many times; for ever without it. */
  times?: number | undefined;
};

export class KubeFaults {
  private faults: KubeFault[] = [];

  add(fault: KubeFault): void {
    this.faults = [...this.faults, { ...fault }];
  }

  clear(): void {
    this.faults = [];
  }

  list(): readonly KubeFault[] {
    return this.faults;
  }

  /** The fault that one of these states meets now, which counts as one of its times. */
  take(states: readonly string[], host?: string | null): KubeFault | undefined {
    const found = this.faults.find(
      (fault) => states.includes(fault.state) && (fault.host === undefined || fault.host === host),
    );
    if (found?.times !== undefined) {
      found.times -= 1;
      if (found.times <= 0) this.faults = this.faults.filter((fault) => fault !== found);
    }
    return found;
  }
}
