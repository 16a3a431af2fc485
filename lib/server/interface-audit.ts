/** How changes to the network of a host are written down: the verb, the host and its interface, and to what. */
import 'server-only';
import { withPrefix } from '@/lib/domain/network/address';
import {
  fieldsIn,
  type InterfaceCall,
  type InterfaceFields,
  interfaceIn,
} from '@/lib/domain/network/interface-calls';

const pairs = (fields: InterfaceFields): string =>
  fieldsIn(fields)
    .map((key) => `${key}=${String(fields[key] ?? 'none')}`)
    .join(' ');

/** The names of details are those that lib/server/audit.ts may write in the clear. @param hostname of the host */
export function auditOf(call: InterfaceCall, hostname: string) {
  const action = call.do.startsWith('interface.') ? `host-${call.do}` : `host-interface-${call.do}`;
  return { action, target: `${hostname}/${interfaceIn(call)}`, details: { hostname, ...detailsOf(call) } };
}

function detailsOf(call: InterfaceCall): Record<string, string> {
  switch (call.do) {
    case 'interface.create':
      return { interfaceFields: [`type=${call.type}`, pairs(call.fields)].join(' ') };
    case 'interface.change':
      return { interfaceFields: pairs(call.to) };
    case 'interface.delete':
      return {};
    case 'address.add':
    case 'address.delete':
      return { interfaceAddress: withPrefix(call.address, call.prefix) };
    case 'route.add':
    case 'route.delete':
      return {
        interfaceRoute: `${withPrefix(call.network, call.prefix)} via ${call.gateway} metric ${call.metric}`,
      };
    default:
      return { interfaceNetwork: call.network };
  }
}
