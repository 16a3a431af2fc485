/** What a world's time synchronisation is configured as, before it is rows. */

/** Parameters by section, each `name=value`; null for a row that lost them. */
type Parameters = { [section: string]: readonly string[] } | null;

export type InstancePlan = {
  name: string;
  /** ptp4l, phc2sys, ts2phc, clock, synce4l, gnss-monitor or dpll-mgr; null where nobody said. */
  service: string | null;
  /** Names of the hosts it is assigned to. */
  hosts: readonly string[];
  parameters: Parameters;
};

export type InterfacePlan = {
  name: string;
  /** The name of its instance. One that is not in the plan is gone. */
  instance: string;
  /** The hosts' interfaces it is assigned to, each `host/interface`. */
  on: readonly string[];
  parameters: readonly string[];
};

export type TimingPlan = { instances: readonly InstancePlan[]; interfaces: readonly InterfacePlan[] };

export const NO_TIMING: TimingPlan = { instances: [], interfaces: [] };
