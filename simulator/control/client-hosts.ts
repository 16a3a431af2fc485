/** Hosts, their rows and what befalls them, from the other side of the control port. */
import type { InstallFault } from '../sysinv/actions/install-faults';
import type { SensorStatus } from '../sysinv/sensors/judge';
import type { FaultKind } from '../timing/faults';
import type { ScenarioRequest } from '../timing/scenarios';
import type { StartedScenario } from './answers';
import type { Where } from './client-calls';
import { FmControl } from './client-fm';

export class HostControl extends FmControl {
  /** Sets fields of a host's row as they are, past every check. */
  async patchHost(hostname: string, patch: Record<string, unknown>, where: Where = {}): Promise<void> {
    await this.call('POST', 'sysinv/host', { ...where, hostname, patch });
  }

  /** A host in service goes away without being asked to; maintenance recovers it by reboot. */
  async crashHost(hostname: string, where: Where = {}): Promise<void> {
    await this.call('POST', 'sysinv/crash', { ...where, hostname });
  }

  /** How many seconds of life a PATCH that unlocks takes to answer; the platform needs 3 to 6. */
  async unlockAnswer(seconds: number, where: Where = {}): Promise<void> {
    await this.call('POST', 'sysinv/unlock-answer', { ...where, seconds });
  }

  /** Starts a timing fault; which host has it, and until when it lasts. A sentence when no host can have it. */
  async startTiming(request: ScenarioRequest, where: Where = {}): Promise<StartedScenario> {
    return (await this.call<{ fault: StartedScenario }>('POST', 'timing/start', { ...where, ...request }))
      .fault;
  }

  /** Ends timing faults now, so that recovery begins; all of them, if neither is said. Returns how many. */
  async endTiming(which: { scenario?: FaultKind; host?: string } = {}, where: Where = {}): Promise<number> {
    return (await this.call<{ ended: unknown[] }>('POST', 'timing/end', { ...where, ...which })).ended.length;
  }

  /** Monitoring does nothing on a virtual machine. */
  async virtualHost(host: string, virtual = true, where: Where = {}): Promise<void> {
    await this.call('POST', 'timing/virtual', { ...where, host, virtual });
  }

  /** So many writes of a device image fail from now on. */
  async failDeviceImages(times = 1, where: Where = {}): Promise<void> {
    await this.call('POST', 'sysinv/image-failures', { ...where, times });
  }

  /** Sets columns of rows of sysinv that have these columns, past every check; `null` takes the rows away. */
  async patchRows(
    segment: string,
    which: { hostname?: string; where: Record<string, unknown> },
    patch: Record<string, unknown> | null,
    where: Where = {},
  ): Promise<void> {
    const path = patch === null ? 'sysinv/row/remove' : 'sysinv/row';
    await this.call('POST', path, { ...where, segment, ...which, ...(patch === null ? {} : { patch }) });
  }

  /** What keeps a host from being unlocked and is in no row; what is left out is in order. */
  async unseen(
    hostname: string,
    what: {
      deploying?: boolean;
      kernel?: boolean;
      appArmor?: boolean;
      restoring?: boolean;
      manifest?: string;
      objection?: string;
    },
    where: Where = {},
  ): Promise<void> {
    await this.call('POST', 'sysinv/unseen', { ...where, hostname, ...what });
  }

  /** Sets columns of any row of sysinv, past every check. */
  async patchRow(
    segment: string,
    uuid: string,
    patch: Record<string, unknown>,
    where: Where = {},
  ): Promise<void> {
    await this.call('POST', 'sysinv/row', { ...where, segment, uuid, patch });
  }

  /** What board management says of a sensor; its alarm comes and goes with it. */
  async setSensor(host: string, sensor: string, status: SensorStatus, where: Where = {}): Promise<void> {
    await this.call('POST', 'sysinv/sensor', { ...where, host, sensor, status });
  }

  /** A node boots from the network that nobody added. Its uuid and MAC address. */
  async discoverHost(
    node: { mac?: string; ip?: string } = {},
    where: Where = {},
  ): Promise<{ uuid: string; mac: string }> {
    return this.call('POST', 'sysinv/discover', { ...where, ...node });
  }

  /** The installation of a host, its first boot or its first unlock goes wrong. */
  async failInstall(fault: InstallFault, where: Where = {}): Promise<void> {
    await this.call('POST', 'sysinv/install-faults', { ...where, ...fault });
  }

  /** Somebody presses the button of a box: it starts, and is installed where it was not. */
  async pressPower(hostname: string, where: Where = {}): Promise<void> {
    await this.call('POST', 'sysinv/power-button', { ...where, hostname });
  }

  async clearInstallFaults(where: Where = {}): Promise<void> {
    await this.call('DELETE', 'sysinv/install-faults', where);
  }
}
