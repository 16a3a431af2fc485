/**
 * A host as two documents: a HostProfile with what another host could have as well, and the Host with what is of it alone, as the
 * Deployment Manager's own `deployctl build` parts them (build/filter.go).
 */
import { type Host, hostName, isProvisioned, isWorker } from '../host';
import { counted } from '../words';
import { type Declared, declared } from './document';
import { boardOf, bootMacOf, generalOf } from './host-base';
import { interfacesOf } from './host-interfaces';
import { memoryOf, processorsOf } from './host-sockets';
import { monitorOf, storageOf } from './host-storage';
import { filled, ifAny, listed } from './json';
import { isKnownService, knownInstances } from './ptp-known';
import { PARTS, type Section } from './section';
import { type HostSource, rowsOf, type Said } from './source';

/** A part that could not be read, in the platform's words: what is missing of it may be there. */
export type Unread = { section: Section; part: string; message: string };

export type HostDeclaration = { documents: readonly Declared[]; unread: readonly Unread[] };

const FIRST_CONTROLLER = 'controller-0';

export const profileName = (hostname: string): string => `${hostname}-profile`;

/** Why there are no documents of a host; null: there are. */
export const undeclarable = (host: Host): string | null =>
  isProvisioned(host) ? null : `${hostName(host)} is left out: it has no name or no personality yet.`;

/** @param source of a host that has a name and a personality; without them there are no documents */
export function declareHost(source: HostSource): HostDeclaration {
  const { host, lists, context } = source;
  const name = host.hostname;
  const unread = unreadOf(source);
  if (name === null || undeclarable(host) !== null) return { documents: [], unread };
  const net = interfacesOf(source);
  const labels = Object.fromEntries(rowsOf(lists.labels).map(({ key, value }) => [key, value ?? '']));
  const profile = declared(
    'HostProfile',
    profileName(name),
    filled({
      ...generalOf(host, rowsOf(lists.disks)),
      boardManagement: boardOf(host),
      interfaces: net.interfaces,
      routes: listed(net.routes),
      storage: storageOf(source),
      memory: listed(memoryOf(host, rowsOf(lists.memory))),
      processors: listed(processorsOf(host, rowsOf(lists.cpus))),
      labels: ifAny(labels),
      ptpInstances: listed(
        knownInstances(context)
          .filter(({ hosts }) => hosts.includes(name))
          .map((instance) => instance.name),
      ),
    }),
    [
      ...unread.map(({ part, message }) => `${part} could not be read and are missing here: ${message}`),
      ...oddNotes(source),
      ...net.notes,
      ...rowsOf(context.ptpInstances)
        .filter((one) => one.hosts.includes(name) && !isKnownService(one))
        .map(
          (one) =>
            `PTP instance ${one.name} is left out: the definition has no service ${one.service ?? 'unknown'}.`,
        ),
      ...(isWorker(host)
        ? []
        : ['Processors are left out: they are set on hosts with the worker function alone.']),
    ],
  );
  const mac = bootMacOf(host);
  const first = name === FIRST_CONTROLLER;
  const monitor = monitorOf(source);
  const own = declared(
    'Host',
    name,
    filled({
      profile: profileName(name),
      // The first controller is there before the Deployment Manager, which finds it by its address.
      match: first && mac !== null ? { bootMAC: mac } : null,
      overrides: filled({
        provisioningMode: first ? 'dynamic' : 'static',
        bootMAC: first ? null : mac,
        location: host.location,
        boardManagement:
          host.boardManagement.address === null ? null : { address: host.boardManagement.address },
        addresses: listed(net.addresses),
        storage: monitor === null ? null : { monitor },
      }),
    }),
  );
  return { documents: [profile, own].filter((one) => one !== null), unread };
}

type Part = keyof typeof PARTS;
const PART_NAMES: readonly Part[] = Object.keys(PARTS).filter((name): name is Part =>
  Object.hasOwn(PARTS, name),
);

const saidOf = ({ lists, context }: HostSource): Readonly<Record<Part, Said<unknown>>> => ({
  ...lists,
  ...context,
});

function unreadOf(source: HostSource): Unread[] {
  const all = saidOf(source);
  return PART_NAMES.flatMap((part) => {
    const said = all[part];
    const { section, words } = PARTS[part];
    return 'unread' in said ? [{ section, part: words, message: said.unread }] : [];
  });
}

function oddNotes(source: HostSource): string[] {
  const lists: Readonly<Partial<Record<Part, Said<unknown>>>> = source.lists;
  return PART_NAMES.flatMap((part) => {
    const said = lists[part];
    return said && 'rows' in said && said.odd > 0
      ? [
          `${counted(said.odd, 'row')} of ${PARTS[part].words.toLowerCase()} cannot be read and are missing here.`,
        ]
      : [];
  });
}
