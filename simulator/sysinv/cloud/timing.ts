/**
 * PTP configuration as rows: instances, interfaces, and the parameters that they share. Instances and interfaces are
 * both owners of parameters and take their ids from one sequence (get-021, get-022).
 */
import type { Json } from '../../kernel/json';
import { type Row, rowUuid } from '../rows';
import { type CloudSeeder, cloudRow } from './context';

export const ptpInstances: CloudSeeder = (context) =>
  context.timing.instances.map(({ name, service, hosts, parameters }, n) => ({
    ...cloudRow('ptp_instances', n, context),
    id: n + 1,
    type: 'ptp-instance',
    capabilities: {},
    name,
    service,
    hostnames: [...hosts],
    parameters:
      parameters &&
      Object.fromEntries(Object.entries(parameters).map(([section, pairs]) => [section, [...pairs]])),
  }));

export function ptpInterfaces(context: Parameters<CloudSeeder>[0], instances: readonly Row[]): Row[] {
  return context.timing.interfaces.map(({ name, instance, on, parameters }, n) => {
    const owner = instances.find((row) => row.name === instance);
    return {
      ...cloudRow('ptp_interfaces', n, context),
      id: instances.length + 1 + n,
      type: 'ptp-interface',
      capabilities: {},
      name,
      ptp_instance_id: owner?.id ?? 999,
      ptp_instance_uuid: owner?.uuid ?? rowUuid('ptp_instances', 0, instance),
      ptp_instance_name: owner?.name ?? null,
      hostnames: hostsOfPlaces(on),
      interface_names: [...on],
      parameters: [...parameters],
    };
  });
}

/** The host of each `host/interface`: as often as it has interfaces there (sysinv objects/ptp_interface.py). */
export function hostsOfPlaces(places: readonly string[]): string[] {
  return places.map((place) => place.split('/')[0] ?? '');
}

/** Every parameter once by section, name and value, with the uuids of what has it. */
export function ptpParameters(context: Parameters<CloudSeeder>[0], owners: readonly Row[]): Row[] {
  const found = new Map<string, { section: string; name: string; value: string; owners: Json[] }>();
  for (const owner of owners) {
    for (const [section, pair] of pairsOf(owner)) {
      const [name = '', ...rest] = pair.split('=');
      const value = rest.join('=');
      const entry = found.get(`${section}/${pair}`) ?? { section, name, value, owners: [] };
      entry.owners.push(owner.uuid);
      found.set(`${section}/${pair}`, entry);
    }
  }
  return [...found.values()].map((entry, n) => ({
    ...cloudRow('ptp_parameters', n, context),
    id: n + 1,
    ...entry,
  }));
}

/** Section and `name=value` of everything an owner has; what an interface has is global. */
function pairsOf({ parameters }: Row): [string, string][] {
  if (Array.isArray(parameters)) return parameters.map((pair) => ['global', String(pair)]);
  if (parameters === null || typeof parameters !== 'object') return [];
  return Object.entries(parameters).flatMap(([section, pairs]) =>
    Array.isArray(pairs) ? pairs.map((pair): [string, string] => [section, String(pair)]) : [],
  );
}
