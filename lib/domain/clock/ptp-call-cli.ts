/** The `system …` command of each change (cgts-client v1/ptp_instance_shell.py, ptp_interface_shell.py, ntp_shell.py …). */
import { shellQuote } from '../host-action-cli';
import type { ClockCall } from './ptp-calls';
import type { PtpPair } from './ptp-config';

const words = (pairs: readonly PtpPair[]): string =>
  pairs.map(({ name, value }) => shellQuote(`${name}=${value}`)).join(' ');

export function callCli(call: ClockCall): string {
  switch (call.do) {
    case 'instance.create':
      // The command wants a service; the platform itself does not.
      return `system ptp-instance-add ${shellQuote(call.name)} ${shellQuote(call.service ?? '')}`;
    case 'instance.delete':
      return `system ptp-instance-delete ${shellQuote(call.name)}`;
    case 'interface.create':
      return `system ptp-interface-add ${shellQuote(call.name)} ${shellQuote(call.instance)}`;
    case 'interface.delete':
      return `system ptp-interface-delete ${shellQuote(call.name)}`;
    case 'parameters.add':
    case 'parameters.remove': {
      const verb = call.do === 'parameters.add' ? 'add' : 'delete';
      const section =
        call.of === 'instance' && call.section !== 'global' ? ` --section ${shellQuote(call.section)}` : '';
      return `system ptp-${call.of}-parameter-${verb} ${shellQuote(call.name)}${section} ${words(call.pairs)}`;
    }
    case 'parameter.change':
      return `system ptp-parameter-modify ${shellQuote(call.id)} ${shellQuote(call.to)}`;
    case 'instance.assign':
    case 'instance.remove': {
      const verb = call.do === 'instance.assign' ? 'assign' : 'remove';
      return `system host-ptp-instance-${verb} ${shellQuote(call.host)} ${shellQuote(call.name)}`;
    }
    case 'interface.assign':
    case 'interface.remove': {
      const verb = call.do === 'interface.assign' ? 'assign' : 'remove';
      return `system host-if-ptp-${verb} ${shellQuote(call.host)} ${shellQuote(call.interface)} ${shellQuote(call.name)}`;
    }
    case 'ntp.change':
      return `system ntp-modify ntpservers=${shellQuote(call.servers.join(','))}`;
    case 'host.follow':
      return `system host-update ${shellQuote(call.host)} clock_synchronization=${shellQuote(call.to)}`;
    case 'apply':
      return 'system ptp-instance-apply';
  }
}
