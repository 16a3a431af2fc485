/** Configuration and topology of a cloud, kept for as long as nothing of what they are read from changes. */
import type { Cloud } from './cloud';
import { Configuration } from './config';
import { Topology } from './topology';

export type Wiring = { configuration: Configuration; topology: Topology };

export class WiringCache {
  private kept: { key: string; wiring: Wiring } | undefined;

  constructor(private readonly cloud: Cloud) {}

  /** Rows are compared by what they say: whoever changes one need not know that it is kept here. */
  get(): Wiring {
    const { sysinv } = this.cloud;
    const rows = ['ptp_instances', 'ptp_interfaces', 'intp'].map((segment) => sysinv.cloud(segment));
    const key = `${sysinv.version} ${JSON.stringify(rows)}`;
    if (this.kept?.key === key) return this.kept.wiring;
    const configuration = new Configuration(this.cloud);
    const wiring = { configuration, topology: new Topology(this.cloud, configuration) };
    this.kept = { key, wiring };
    return wiring;
  }
}
