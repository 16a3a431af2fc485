/** PATCH of a host with `/ptp_instances/-`: assigns an instance, or takes it away, by its integer id. */
import type { World } from '../../kernel/world';
import { refuse } from '../faults';
import type { Host } from '../host';
import type { Row } from '../rows';
import type { PatchOperation } from './json-patch';

/** A host runs one of each of these at most. */
const SINGLE = ['gnss-monitor', 'dpll-mgr'];

export function assignPtpInstance(world: World, host: Host, { op, value }: PatchOperation): void {
  const instances = world.sysinv.cloud('ptp_instances');
  if (typeof value === 'string' && !/^\d+$/.test(value)) {
    // The real one puts a uuid into an integer column, and shows PostgreSQL's answer.
    refuse(
      500,
      `(psycopg2.errors.InvalidTextRepresentation) invalid input syntax for type integer: "${value}"`,
    );
  }
  const instance = instances.find(({ id }) => id === Number(value));
  if (!instance) refuse(400, 'No PTP instance object');
  const hostnames = Array.isArray(instance.hostnames) ? instance.hostnames : [];
  const name = host.row.hostname;
  if (op === 'remove') {
    // Taking away what was never there is answered like success.
    instance.hostnames = hostnames.filter((other) => other !== name);
    return;
  }
  const service = String(instance.service);
  if (SINGLE.includes(service) && instances.some((other) => runsOn(other, service, name))) {
    // Own words. The platform asks this before it asks whether it is the same instance.
    refuse(400, `The host has a PTP instance of ${service} already`);
  }
  if (hostnames.includes(name)) {
    refuse(409, `PTP instance is already associated to host ${host.row.id}.`);
  }
  instance.hostnames = [...hostnames, name];
}

function runsOn({ service, hostnames }: Row, wanted: string, host: string | null): boolean {
  return service === wanted && Array.isArray(hostnames) && hostnames.includes(host);
}
