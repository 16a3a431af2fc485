/**
 * What may be done to PTP instances and interfaces, as the platform checks it; parameters are in parameter-rules.ts, NTP in
 * ntp-rules.ts. Each rule names its check in sysinv (api/controllers/v1). What the platform takes is allowed here too, odd
 * as it may be: it takes any parameter of any name.
 */
import { allowed, denied, type Verdict } from '../result';
import { may, type Viewer } from '../rights';
import { counted } from '../words';
import { PTP_SERVICES, type PtpConfig, type PtpInstance, type PtpInterface } from './ptp-config';

/** Instances, interfaces, parameters, NTP servers: admin and configurator. An operator is refused with 403. */
export const mayConfigureTime = (viewer: Viewer): Verdict =>
  may(viewer, 'system.configure', 'Changing PTP and NTP');

/** What a host follows is a field of the host: whoever operates hosts may change it. */
export const mayChangeClockSource = (viewer: Viewer): Verdict =>
  may(viewer, 'host.operate', 'Changing what a host follows');

type Named = Pick<PtpConfig, 'instances' | 'interfaces'>;

/** @param service null: the platform takes an instance without one, which then runs nothing */
export function createInstanceVerdict(name: string, service: string | null, { instances }: Named): Verdict {
  if (name === '')
    return denied('An instance needs a name.', 'sysinv db models.py PtpInstances.name not null');
  if (instances.some((one) => one.name === name)) {
    return denied(`There is an instance ${name} already.`, 'sysinv db api.py PtpInstanceAlreadyExists');
  }
  if (service !== null && !PTP_SERVICES.some((known) => known === service)) {
    return denied(
      `The platform has no PTP service ${service}.`,
      'sysinv ptp_instance.py PtpInstance.service',
    );
  }
  return allowed;
}

/** Hosts keep an instance. Its interfaces and parameters do not: they go with it, see `deletedWith`. */
export function deleteInstanceVerdict({ hosts }: Pick<PtpInstance, 'hosts'>): Verdict {
  if (hosts.length === 0) return allowed;
  const first = hosts.slice(0, 3).join(', ');
  const more = hosts.length > 3 ? ` and ${hosts.length - 3} more` : '';
  return denied(
    `It is assigned to ${counted(hosts.length, 'host')} (${first}${more}). Remove it there first.`,
    'sysinv ptp_instance.py delete',
  );
}

/** One of each kind on a host, no more (host.py _exists_instance_type_on_host). */
const SINGLE: readonly (string | null)[] = ['gnss-monitor', 'dpll-mgr'];

/** @param host hostname */
export function assignInstanceVerdict(instance: PtpInstance, host: string, { instances }: Named): Verdict {
  if (instance.hosts.includes(host)) {
    return denied(
      `${instance.name} is assigned to ${host} already.`,
      'sysinv db api.py PtpInstanceMapAlreadyExists',
    );
  }
  if (instance.number === null) {
    return denied(
      `The platform did not say which number ${instance.name} has.`,
      'sysinv host.py patch /ptp_instances/-',
    );
  }
  const other = SINGLE.includes(instance.service)
    ? instances.find((one) => one.service === instance.service && one.hosts.includes(host))
    : undefined;
  if (!other) return allowed;
  return denied(
    `${host} has a ${instance.service} instance already (${other.name}), and takes one only.`,
    'sysinv host.py _exists_instance_type_on_host',
  );
}

/** @param host hostname */
export function removeInstanceVerdict(instance: PtpInstance, host: string): Verdict {
  if (instance.hosts.includes(host)) return allowed;
  return denied(`${instance.name} is not assigned to ${host}.`, 'sysinv db api.py ptp_instance_remove');
}

export function createInterfaceVerdict(name: string, instanceId: string | null, config: Named): Verdict {
  if (!config.instances.some(({ id }) => id === instanceId)) {
    return denied('A PTP interface belongs to an instance: choose one.', 'sysinv ptp_interface.py post');
  }
  if (name !== '' && config.interfaces.some((one) => one.name === name)) {
    return denied(`There is a PTP interface ${name} already.`, 'sysinv db api.py PtpInterfaceAlreadyExists');
  }
  return allowed;
}

/** The platform takes it away from every interface that has it, and then it is gone: it refuses nothing. */
export const deleteInterfaceVerdict = (): Verdict => allowed;

const isOn = ({ members }: PtpInterface, host: string, name: string): boolean =>
  members.some((member) => member.host === host && member.interface === name);

/** @param host hostname. @param name sysinv's name of the interface */
export function assignInterfaceVerdict(ptpInterface: PtpInterface, host: string, name: string): Verdict {
  if (isOn(ptpInterface, host, name)) {
    return denied(
      `${ptpInterface.name} is assigned to ${name} of ${host} already.`,
      'sysinv db api.py PtpInterfaceMapAlreadyExists',
    );
  }
  if (ptpInterface.number !== null) return allowed;
  return denied(
    `The platform did not say which number ${ptpInterface.name} has.`,
    'sysinv interface.py patch /ptp_interfaces/-',
  );
}

export function removeInterfaceVerdict(ptpInterface: PtpInterface, host: string, name: string): Verdict {
  if (isOn(ptpInterface, host, name)) return allowed;
  return denied(
    `${ptpInterface.name} is not assigned to ${name} of ${host}.`,
    'sysinv db api.py ptp_interface_remove',
  );
}

/** The older single instance can be looked at, and no more. */
export const legacyVerdict = (): Verdict =>
  denied('The platform does not take changes here any more. Use PTP instances.', 'sysinv ptp.py patch');

/** What is gone or changed together with an instance: nothing of this is refused. */
export function deletedWith(instance: PtpInstance, config: PtpConfig) {
  const interfaces = config.interfaces.filter(({ instanceId }) => instanceId === instance.id);
  const going = new Set([instance.id, ...interfaces.map(({ id }) => id)]);
  const parameters = config.parameters.filter(({ owners }) => owners.some((owner) => going.has(owner)));
  return {
    /** PTP interfaces, and how many interfaces of hosts they are on. */
    interfaces: interfaces.map(({ name, members }) => ({ name, members: members.length })),
    /** Parameters that nobody else has: their rows are deleted. */
    parameters: parameters.filter(({ owners }) => owners.every((owner) => going.has(owner))),
    /** Parameters that others have too: these keep them. */
    kept: parameters.filter(({ owners }) => !owners.every((owner) => going.has(owner))),
  };
}
