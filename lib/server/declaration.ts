/** Configuration as documents of the Deployment Manager: of one host, and of the whole system piece by piece. */
import 'server-only';
import { declareCloud } from '@/lib/domain/declarative/cloud-documents';
import { declareHost, type HostDeclaration, undeclarable } from '@/lib/domain/declarative/host-documents';
import { commentOf, documentText, END, headText } from '@/lib/domain/declarative/print';
import type { CloudSource } from '@/lib/domain/declarative/source';
import { type HostList, hostName } from '@/lib/domain/host';
import { natural } from '@/lib/domain/natural';
import { ok, type Result } from '@/lib/domain/result';
import { counted } from '@/lib/domain/words';
import type { Connection } from '@/lib/stx/connection';
import { readCloud, readHostContext } from '@/lib/stx/sysinv/configuration/cloud-lists';
import { type Everywhere, readEverywhere, readHostLists } from '@/lib/stx/sysinv/configuration/host-lists';
import { getHost, listHosts } from '@/lib/stx/sysinv/hosts';
import type { Room } from './places';

/** A file of the whole system asks the platform much, and holds the lists of all hosts meanwhile: one for a person, two in all. */
export const DECLARATION_FILES: Room = { kind: 'declaration', perSession: 1, altogether: 2 };

/** Hosts that are asked for what has no list of all hosts at the same time. */
const AT_ONCE = 6;

/** Twenty-two requests. @param hostId uuid */
export async function getHostDeclaration(
  connection: Connection,
  hostId: string,
): Promise<Result<HostDeclaration>> {
  const [host, context] = await Promise.all([getHost(connection, hostId), readHostContext(connection)]);
  if (!host.ok) return host;
  const lists = await readHostLists(connection, host.data);
  return ok(declareHost({ host: host.data, lists, context }));
}

export type SystemReading = { cloud: CloudSource; hosts: HostList; everywhere: Everywhere };

/** Thirty requests, and one more for every further 2,000 rows of a list. Without the system or its hosts there is nothing. */
export async function readSystem(connection: Connection): Promise<Result<SystemReading>> {
  const [cloud, hosts, everywhere] = await Promise.all([
    readCloud(connection),
    listHosts(connection),
    readEverywhere(connection),
  ]);
  if (!cloud.ok) return cloud;
  return hosts.ok ? ok({ cloud: cloud.data, hosts: hosts.data, everywhere }) : hosts;
}

/**
 * The file of the whole system: the cloud, then host by host by name. Each host takes two requests more, six hosts at a time.
 * @param gone nobody waits for it any more
 */
export async function* systemPieces(
  connection: Connection,
  { cloud, hosts, everywhere }: SystemReading,
  gone: AbortSignal,
): AsyncGenerator<string> {
  const { documents, notes } = declareCloud(cloud);
  const all = hosts.hosts.toSorted((a, b) => natural(hostName(a), hostName(b)));
  const whole = all.filter((host) => undeclarable(host) === null);
  const without = [
    ...all.flatMap((host) => undeclarable(host) ?? []),
    ...hosts.unreadable.map(
      ({ id, name }) => `${name ?? id ?? 'A host'} is left out: its row cannot be read.`,
    ),
  ];
  yield headText({ system: cloud.system.name, of: 'the whole system', notes: [...notes, ...without] });
  yield documents.map(documentText).join('');
  for (let at = 0; at < whole.length && !gone.aborted; at += AT_ONCE) {
    const some = await Promise.all(
      whole.slice(at, at + AT_ONCE).map(async (host) => {
        const lists = await readHostLists(connection, host, everywhere);
        return declareHost({ host, lists, context: cloud }).documents.map(documentText).join('');
      }),
    );
    yield some.join('');
  }
  yield commentOf([`${END}${counted(whole.length, 'host')}.`]);
}
