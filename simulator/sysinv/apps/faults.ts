/** What goes wrong with applications when the control port says so. */

export const OPERATIONS = ['upload', 'apply', 'update', 'recover', 'remove', 'delete'] as const;
export type Operation = (typeof OPERATIONS)[number];

export const FAULT_KINDS = ['refuse', 'fail', 'hang'] as const;
/** Refused before it begins; fails on the way; goes on for three hours and then fails, unless it is aborted. */
export type AppFaultKind = (typeof FAULT_KINDS)[number];

export type AppFault = {
  /** The application's name; every one without it. */
  app?: string | undefined;
  operation: Operation;
  kind: AppFaultKind;
  /** At which chart an apply fails or hangs, counted from 1. The first without it. */
  chart?: number | undefined;
  /** Before any chart, while the images are fetched. */
  images?: boolean | undefined;
  /** What the platform says; a sentence of the simulator's own without it. */
  text?: string | undefined;
  /** For how many times; for ever without it. */
  times?: number | undefined;
};

export class AppFaults {
  private faults: AppFault[] = [];

  add(fault: AppFault): void {
    this.faults = [...this.faults, { ...fault }];
  }

  clear(): void {
    this.faults = [];
  }

  list(): readonly AppFault[] {
    return this.faults;
  }

  /** The fault of this kind that an operation meets now, which counts as one of its times. */
  take(app: string, operation: Operation, ...kinds: AppFaultKind[]): AppFault | undefined {
    const found = this.faults.find(
      (fault) =>
        fault.operation === operation &&
        kinds.includes(fault.kind) &&
        (fault.app === undefined || fault.app === app),
    );
    if (!found) return undefined;
    if (found.times !== undefined) {
      found.times -= 1;
      if (found.times <= 0) this.faults = this.faults.filter((fault) => fault !== found);
    }
    return found;
  }
}
