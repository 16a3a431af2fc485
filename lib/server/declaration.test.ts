/** Hosts and systems of every simulated cloud as documents: what is written fits the definitions, says no secret, and reads back the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { compare, sideOf, sideOfHost } from '@/lib/domain/declarative/compare';
import { declareHost, undeclarable } from '@/lib/domain/declarative/host-documents';
import { isMap } from '@/lib/domain/declarative/json';
import { documentText, END } from '@/lib/domain/declarative/print';
import { readFile } from '@/lib/domain/declarative/read-file';
import { API_VERSION, KINDS, SPECS } from '@/lib/domain/declarative/schema';
import { hold, type Misfit } from '@/lib/domain/declarative/shape';
import { sideText } from '@/lib/domain/declarative/side-text';
import type { HostLists, Said } from '@/lib/domain/declarative/source';
import { hostName } from '@/lib/domain/host';
import type { Connection } from '@/lib/stx/connection';
import { readHostLists } from '@/lib/stx/sysinv/configuration/host-lists';
import { WORLD_NAMES } from '@/simulator/kernel/world';
import { ADMIN_PROJECT, logIn, startForTest, type TestSimulator } from '@/simulator/testing';
import { generator } from '@/simulator/worlds/chance';
import { getHostDeclaration, readSystem, systemPieces } from './declaration';

process.env.KEYSTONE_URL = 'http://127.0.0.1:9/v3';
process.env.ROOST_SECRET = 'a-secret-of-at-least-32-characters';
process.env.ROOST_LOG_LEVEL = 'silent';

const TAG = 'decl';

let simulator: TestSimulator;
beforeAll(async () => {
  simulator = await startForTest({ world: 'simplex' });
}, 60_000);
afterAll(() => simulator?.stop());

async function connectionTo(world: string): Promise<Connection> {
  const answer = await logIn(simulator, `admin+${world}.${TAG}`, { scope: ADMIN_PROJECT });
  const token = answer.headers.get('x-subject-token') ?? '';
  const body = answer.body as { token: { catalog: Connection['catalogue'] } };
  return { token, catalogue: body.token.catalog, requestId: 'req-1' };
}

async function systemOf(connection: Connection) {
  const read = await readSystem(connection);
  if (!read.ok) throw new Error(read.error.message);
  const pieces: string[] = [];
  for await (const piece of systemPieces(connection, read.data, new AbortController().signal))
    pieces.push(piece);
  return { reading: read.data, text: pieces.join('') };
}

/** The same rows in another order, the same each time for a name. */
function shuffled(lists: HostLists, name: string): HostLists {
  const chance = generator(name);
  const mixed = <T>(said: Said<T>): Said<T> =>
    'rows' in said
      ? {
          ...said,
          rows: said.rows
            .map((row) => ({ row, at: chance() }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ row }) => row),
        }
      : said;
  return {
    ...{ cpus: mixed(lists.cpus), memory: mixed(lists.memory), labels: mixed(lists.labels) },
    ...{ ports: mixed(lists.ports), interfaces: mixed(lists.interfaces), networks: mixed(lists.networks) },
    ...{ dataNetworks: mixed(lists.dataNetworks), addresses: mixed(lists.addresses) },
    ...{ routes: mixed(lists.routes), disks: mixed(lists.disks), partitions: mixed(lists.partitions) },
    ...{ physicalVolumes: mixed(lists.physicalVolumes), volumeGroups: mixed(lists.volumeGroups) },
    ...{ storageFunctions: mixed(lists.storageFunctions), filesystems: mixed(lists.filesystems) },
  };
}

// A thousand hosts say no more than a few of them.
describe.each(WORLD_NAMES.map((name) => [name === 'fleet' ? 'fleet20' : name]))('the cloud %s', (world) => {
  it('is a file of the same letters each time, whose documents fit and name every host', {
    timeout: 60_000,
  }, async () => {
    const connection = await connectionTo(world);
    const { reading, text } = await systemOf(connection);
    expect((await systemOf(connection)).text).toBe(text);
    const documents = parseAllDocuments(text).map(
      (one) => (one.errors.length > 0 ? one.errors : one.toJS()) as unknown,
    );
    const misfits: Misfit[] = [];
    for (const one of documents) {
      if (!isMap(one) || !isMap(one.metadata)) throw new Error(`no resource: ${JSON.stringify(one)}`);
      expect(one.apiVersion).toBe(API_VERSION);
      const kind = KINDS.find((name) => name === one.kind);
      if (!kind) throw new Error(`no kind: ${String(one.kind)}`);
      expect(hold(SPECS[kind], one.spec, [], misfits)).toEqual(one.spec);
    }
    expect(misfits).toEqual([]);
    const named = documents.flatMap((one) =>
      isMap(one) && one.kind === 'Host' && isMap(one.metadata) ? [one.metadata.name] : [],
    );
    const all = reading.hosts.hosts.filter((host) => undeclarable(host) === null).map(hostName);
    expect(named.toSorted()).toEqual(all.toSorted());
    expect(text).toMatch(new RegExp(`\n# ${END}${all.length} hosts?\\.\n$`));
    // What the simulated platform keeps to itself, and what opens its doors.
    expect(text).not.toMatch(/passwd|rounds=|PRIVATE KEY|BEGIN CERTIFICATE|Roost-\w+-2026/);
    // A node that is not yet anything is said to be left out.
    for (const host of reading.hosts.hosts)
      if (undeclarable(host) !== null) expect(text).toContain(`${hostName(host)} is left out`);
  });

  it('compares every host with its own file and finds nothing', async () => {
    const connection = await connectionTo(world);
    const { reading, text } = await systemOf(connection);
    const hosts = reading.hosts.hosts.filter((host) => undeclarable(host) === null);
    expect(hosts.length).toBeGreaterThan(0);
    const read = readFile(text);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    for (const host of hosts) {
      const name = hostName(host);
      const lists = await readHostLists(connection, host, reading.everywhere);
      const { documents, unread } = declareHost({ host, lists, context: reading.cloud });
      expect(unread).toEqual([]);
      // In whatever order the platform lists things.
      const other = declareHost({ host, lists: shuffled(lists, name), context: reading.cloud });
      expect(other.documents).toEqual(documents);
      const left = sideOfHost(name, documents, unread);
      const theirs = read.subjects.find((one) => one.kind === 'Host' && one.name === name);
      if (!theirs) throw new Error(`${name} is not in the file`);
      const lines = compare(left, sideOf(name, theirs.spec)).flatMap((section) => section.lines);
      expect(lines.length, name).toBeGreaterThan(10);
      expect(lines.filter(({ state }) => state !== 'same')).toEqual([]);
      expect(sideText(theirs.spec)).toBe(sideText(left.spec));
    }
  });

  it('reads a host by itself as it stands in the file of the system', async () => {
    const connection = await connectionTo(world);
    const { reading, text } = await systemOf(connection);
    const hosts = reading.hosts.hosts.filter((host) => undeclarable(host) === null);
    for (const host of [hosts[0], hosts.at(-1)]) {
      const read = await getHostDeclaration(connection, host?.id ?? '');
      if (!read.ok) throw new Error(read.error.message);
      expect(text.includes(read.data.documents.map(documentText).join('')), host?.id).toBe(true);
    }
  });
});

describe('the standard cloud', () => {
  it('is read whole with two requests for each host, and the lists of all hosts', async () => {
    const connection = await connectionTo('standard');
    await simulator.control.resetRequests({ scope: 'all' });
    const { reading } = await systemOf(connection);
    const counts = await simulator.control.requests({ scope: 'all' });
    const sysinv = counts
      .filter(({ service }) => service === 'sysinv')
      .reduce((sum, { count }) => sum + count, 0);
    const hosts = reading.hosts.hosts.filter((host) => undeclarable(host) === null).length;
    expect(sysinv).toBeGreaterThan(30);
    expect(sysinv).toBeLessThanOrEqual(30 + 2 * hosts);
  });

  it('says what could not be read, and writes the rest', async () => {
    const connection = await connectionTo('standard');
    await simulator.control.fault({ service: 'sysinv', path: '/v1/ilvgs', status: 503 }, { scope: 'all' });
    const { text } = await systemOf(connection);
    await simulator.control.clearFaults({ scope: 'all' });
    expect(text.includes('# Volume groups could not be read and are missing here')).toBe(true);
    expect(text.includes('volumeGroups:')).toBe(false);
    expect(text.includes('name: worker-1-profile')).toBe(true);
  });
});
