/** An interface of a host as sysinv configures it, as far as choosing one needs it. */
import type { Unknown } from './host';

export type HostInterface = {
  /** Interface uuid. */
  id: string;
  /** sysinv's name of it, unique on its host. */
  name: string;
  /** ethernet, ae, vlan, vf, virtual … */
  type: Unknown<string>;
  /** platform, data, pci-sriov, pci-passthrough …; null: not used for anything yet. */
  class: Unknown<string>;
};
