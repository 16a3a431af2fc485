/** The `system …` command of each change (cgts-client v1/iinterface_shell.py, interface_network_shell.py, address_shell.py, route_shell.py). */
import type { Host } from '../host';
import { cliHost, shellQuote } from '../host-action-cli';
import { sameIp } from './address';
import type { InterfaceState } from './interface-call-effect';
import { fieldsIn, type InterfaceCall, type InterfaceFields, rowOf } from './interface-calls';

const OPTIONS: Partial<Record<keyof InterfaceFields, string>> = {
  class: '-c',
  mtu: '-m',
  vlanId: '-V',
  aeMode: '-a',
  hashPolicy: '-x',
  primaryReselect: '--primary-reselect',
  vfCount: '-N',
  vfDriver: '--vf-driver',
  ipv4Mode: '--ipv4-mode',
  ipv6Mode: '--ipv6-mode',
  ipv4Pool: '--ipv4-pool',
  ipv6Pool: '--ipv6-pool',
  maxTxRate: '--max-tx-rate',
  maxRxRate: '--max-rx-rate',
};

function options(fields: InterfaceFields, extra: Partial<typeof OPTIONS> = {}): string {
  const known = { ...OPTIONS, ...extra };
  return fieldsIn(fields)
    .flatMap((key) => {
      const flag = known[key];
      const value = fields[key];
      const word = Array.isArray(value) ? value.join(',') : String(value ?? 'none');
      return flag ? [` ${flag} ${shellQuote(word)}`] : [];
    })
    .join('');
}

/** What `host-if-modify` has no option for, though sysinv's PATCH takes it. */
const NOT_IN_CLI: Partial<Record<keyof InterfaceFields, string>> = {
  uses: 'the interfaces below',
  vlanId: 'the VLAN ID',
};

function changeCli({ vlanId, uses, ...fields }: InterfaceFields, target: string): string {
  const missing = fieldsIn({ vlanId, uses }).map((key) => NOT_IN_CLI[key]);
  const command =
    fieldsIn(fields).length > 0 ? [`system host-if-modify${options(fields, { name: '-n' })} ${target}`] : [];
  const note =
    missing.length > 0 ? [`# system host-if-modify cannot change ${missing.join(' and ')} of ${target}`] : [];
  return [...command, ...note].join('\n');
}

/** @param state before the call: what is taken away is named by the uuid of its row */
export function interfaceCallCli(call: InterfaceCall, host: Host, state: InterfaceState): string {
  const on = cliHost(host);
  const name = shellQuote('interface' in call ? call.interface : call.name);
  const id = (found: { id: string } | undefined) => shellQuote(found?.id || '<uuid>');
  switch (call.do) {
    case 'interface.create': {
      const uses = (call.fields.uses ?? []).map((lower) => ` ${shellQuote(lower)}`).join('');
      return `system host-if-add${options(call.fields)} ${on} ${name} ${call.type}${uses}`;
    }
    case 'interface.change':
      return changeCli(call.to, `${on} ${name}`);
    case 'interface.delete':
      return `system host-if-delete ${on} ${name}`;
    case 'network.assign':
      return `system interface-network-assign ${on} ${name} ${shellQuote(call.network)}`;
    case 'network.remove':
      return `system interface-network-remove ${id(rowOf(state.networks, state, call.interface, (row) => row.name === call.network))}`;
    case 'data-network.assign':
      return `system interface-datanetwork-assign ${on} ${name} ${shellQuote(call.network)}`;
    case 'data-network.remove':
      return `system interface-datanetwork-remove ${id(rowOf(state.dataNetworks, state, call.interface, (row) => row.name === call.network))}`;
    case 'address.add':
      return `system host-addr-add ${on} ${name} ${call.address} ${call.prefix}`;
    case 'address.delete':
      return `system host-addr-delete ${id(rowOf(state.addresses, state, call.interface, (row) => sameIp(row.address, call.address)))}`;
    case 'route.add':
      return `system host-route-add ${on} ${name} ${call.network} ${call.prefix} ${call.gateway} ${call.metric}`;
    case 'route.delete':
      return `system host-route-delete ${id(
        rowOf(
          state.routes,
          state,
          call.interface,
          (row) => sameIp(row.network, call.network) && sameIp(row.gateway ?? '', call.gateway),
        ),
      )}`;
  }
}
