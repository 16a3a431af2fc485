/** How changes to PTP and NTP are written down: the verb, the name of what was changed, and to what. */
import 'server-only';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import type { PtpPair } from '@/lib/domain/clock/ptp-config';

const pairs = (list: readonly PtpPair[]): string =>
  list.map(({ name, value }) => `${name}=${value}`).join(' ');

type Line = { action: string; target: string; details?: Record<string, string> };

/** The names of details are those that lib/server/audit.ts may write in the clear. */
export function auditOf(call: ClockCall): Line {
  switch (call.do) {
    case 'instance.create':
      return { ...line(call), details: { ptpService: call.service ?? 'none' } };
    case 'interface.create':
      return { ...line(call), details: { ptpInstance: call.instance } };
    case 'parameters.add':
    case 'parameters.remove': {
      const action = call.do === 'parameters.add' ? 'parameter-add' : 'parameter-delete';
      return {
        action: `ptp-${call.of}.${action}`,
        target: call.name,
        details: { ptpSection: call.section, ptpParameters: pairs(call.pairs) },
      };
    }
    case 'parameter.change':
      return {
        action: 'ptp-parameter.modify',
        target: call.name,
        details: { ptpSection: call.section, ptpFrom: call.from, ptpTo: call.to },
      };
    case 'instance.assign':
    case 'instance.remove':
      return { ...line(call), details: { hostname: call.host } };
    case 'interface.assign':
    case 'interface.remove':
      return { ...line(call), details: { hostname: call.host, hostInterface: call.interface } };
    case 'ntp.change':
      return { action: 'ntp.change', target: 'NTP', details: { ntpServers: call.servers.join(',') } };
    case 'host.follow':
      return { action: 'host.edit', target: call.host, details: { clockSynchronization: call.to } };
    case 'apply':
      return { action: 'ptp.apply', target: 'PTP' };
    default:
      return line(call);
  }
}

/** `instance.create` of a name is `ptp-instance.create`. */
const line = (call: { do: string; name: string }): Line => ({ action: `ptp-${call.do}`, target: call.name });
