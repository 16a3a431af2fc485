/** What goes wrong with the installation of a host, or with its first days, when the control port says so. */

/**
 * - `no-boot`: it never boots from the network, so that nothing of an installation shows.
 * - `fail`: a package cannot be installed.
 * - `hang`: it stops at a package; the platform counts minutes with a plus each, and gives up.
 * - `boot`: installed, it does not come up again; the same.
 * - `no-inventory`: it comes up and says nothing of what it has.
 * - `enable`: it is unlocked, and its configuration fails.
 */
export const INSTALL_FAULTS = ['no-boot', 'fail', 'hang', 'boot', 'no-inventory', 'enable'] as const;
export type InstallFaultKind = (typeof INSTALL_FAULTS)[number];

export type InstallFault = {
  kind: InstallFaultKind;
  /** The host's name or MAC address; any without it. */
  host?: string | undefined;
  /** At which package, counted from 1, for `fail` and `hang`; the first without it. */
  at?: number | undefined;
  /** For how many times; for ever without it. */
  times?: number | undefined;
};

export class InstallFaults {
  private faults: InstallFault[] = [];

  add(fault: InstallFault): void {
    this.faults = [...this.faults, { ...fault }];
  }

  clear(): void {
    this.faults = [];
  }

  list(): readonly InstallFault[] {
    return this.faults;
  }

  /** The fault of one of these kinds that this host meets now, which counts as one of its times. */
  take(
    host: { hostname: string | null; mgmt_mac: string },
    ...kinds: InstallFaultKind[]
  ): InstallFault | undefined {
    const found = this.faults.find(
      (fault) =>
        kinds.includes(fault.kind) &&
        (fault.host === undefined || fault.host === host.hostname || fault.host === host.mgmt_mac),
    );
    if (found?.times !== undefined) {
      found.times -= 1;
      if (found.times <= 0) this.faults = this.faults.filter((fault) => fault !== found);
    }
    return found;
  }
}
