/** Cables that do not go the usual way. Each end is `host/port`. */
import type { Cable, Host } from '../../sysinv/host';

/** A cable from host to host. */
export function connect(hosts: readonly Host[], one: string, other: string): void {
  plug(hosts, one, endOf(hosts, other));
  plug(hosts, other, endOf(hosts, one));
}

/** A cable from a host to what is given. */
export function plug(hosts: readonly Host[], end: string, cable: Cable): void {
  const { host, port } = endOf(hosts, end);
  host.cables[port] = cable;
}

function endOf(hosts: readonly Host[], end: string): { host: Host; port: string } {
  const [name, port = ''] = end.split('/');
  const host = hosts.find(({ row }) => row.hostname === name);
  if (!host) throw new Error(`no host for the cable at ${end}`);
  return { host, port };
}
