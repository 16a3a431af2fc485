/**
 * Changes to the configuration of time, each one request to sysinv. What has a name is meant by it: names of instances and
 * PTP interfaces are unique on the platform and never change, so that a list of calls can speak of what it makes itself.
 */
import type { Right } from '../rights';
import { counted } from '../words';
import type { PtpPair } from './ptp-config';

export type ClockCall =
  /** service null: the platform takes an instance that runs nothing. */
  | { do: 'instance.create'; name: string; service: string | null }
  | { do: 'instance.delete'; name: string }
  | { do: 'interface.create'; name: string; instance: string }
  | { do: 'interface.delete'; name: string }
  /** Parameters of PTP interfaces have no sections: theirs is `global`. */
  | {
      do: 'parameters.add' | 'parameters.remove';
      of: 'instance' | 'interface';
      name: string;
      section: string;
      pairs: readonly PtpPair[];
    }
  /** A shared row: everybody who has it gets the new value. @see PtpParameter */
  | { do: 'parameter.change'; id: string; section: string; name: string; from: string; to: string }
  /** host: hostname. */
  | { do: 'instance.assign' | 'instance.remove'; name: string; host: string }
  /** interface: sysinv's name of the interface of that host. */
  | { do: 'interface.assign' | 'interface.remove'; name: string; host: string; interface: string }
  | { do: 'ntp.change'; servers: readonly string[] }
  /** What a host follows: ntp, ptp. */
  | { do: 'host.follow'; host: string; to: string }
  | { do: 'apply' };

/** Whoever operates hosts may change what a host follows; the rest is configuration of the system. */
export const rightOf = (call: ClockCall): Right =>
  call.do === 'host.follow' ? 'host.operate' : 'system.configure';

const names = (pairs: readonly PtpPair[]): string =>
  pairs.length <= 2 ? pairs.map(({ name }) => name).join(' and ') : counted(pairs.length, 'parameter');

/** What a call does, as a button or a step says it: "Create instance ptp-bc". */
export function callTitle(call: ClockCall): string {
  switch (call.do) {
    case 'instance.create':
      return `Create instance ${call.name}${call.service ? ` (${call.service})` : ''}`;
    case 'instance.delete':
      return `Delete instance ${call.name}`;
    case 'interface.create':
      return `Create PTP interface ${call.name} of ${call.instance}`;
    case 'interface.delete':
      return `Delete PTP interface ${call.name}`;
    case 'parameters.add':
      return `Set ${names(call.pairs)} of ${call.name}${sectionWords(call)}`;
    case 'parameters.remove':
      return `Remove ${names(call.pairs)} of ${call.name}${sectionWords(call)}`;
    case 'parameter.change':
      return `Change ${call.name} to ${call.to} for all that share it`;
    case 'instance.assign':
      return `Assign ${call.name} to ${call.host}`;
    case 'instance.remove':
      return `Remove ${call.name} from ${call.host}`;
    case 'interface.assign':
      return `Assign ${call.name} to ${call.interface} of ${call.host}`;
    case 'interface.remove':
      return `Remove ${call.name} from ${call.interface} of ${call.host}`;
    case 'ntp.change':
      return 'Change the NTP servers';
    case 'host.follow':
      return `Let ${call.host} follow ${call.to.toUpperCase()}`;
    case 'apply':
      return 'Apply the PTP configuration';
  }
}

const sectionWords = ({ of, section }: { of: string; section: string }): string =>
  of === 'instance' && section !== 'global' ? ` in ${section}` : '';

/** The deed as a gerund, for a refusal of a right: "Creating PTP instances needs …". */
export const callGerund = (call: ClockCall): string =>
  call.do === 'host.follow' ? 'Changing what a host follows' : 'Changing PTP and NTP';
