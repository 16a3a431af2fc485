/** Turns a recorded sysinv request into one about the simulated cloud. */
import type { Json } from '../kernel/json';
import type { World } from '../kernel/world';
import { patchHost } from '../sysinv/patch-host';
import { arrangeApps } from './apps';
import type { Bench } from './bench';
import { arrangeDevices } from './devices';
import type { Prepared } from './exchange';
import { arrangeNetwork } from './network';
import { arrangePtp } from './ptp';
import type { Recording } from './recording';
import { arrangeStorage } from './storage';
import type { Subjects } from './subjects';

/** The request, or why it cannot be replayed. */
export async function prepareSysinv(
  bench: Bench,
  subjects: Subjects,
  recording: Recording,
): Promise<Prepared | string> {
  const { method, note, requestBody, status } = recording;
  if (/xml/i.test(note)) return 'XML answers are not modelled';
  if (method === 'GET' && requestBody !== null) return 'a GET with a body, whose media type was not recorded';
  const world = bench.cloudFor(recording);
  const path = subjects.path(recording.path, world);
  if (path === undefined) return 'the simulated cloud has no such row';
  arrange(world, subjects, recording, path);
  arrangePtp(world, recording, path);
  arrangeNetwork(world, recording, path);
  arrangeStorage(world, recording, path);
  arrangeApps(world, recording, path);
  arrangeDevices(world, recording, path);
  const headers: Record<string, string> = { ...(await tokenHeaders(bench, world, recording)) };
  const accept = /Accept:? (\S+\/\S+)/.exec(note)?.[1];
  if (accept) headers.Accept = accept;
  const prepared: Prepared = { url: bench.url('sysinv') + path, method, headers };
  if (requestBody === null) return prepared;
  const raw = typeof requestBody === 'string';
  headers['Content-Type'] = status === 415 ? 'text/plain' : 'application/json';
  prepared.body = raw ? requestBody : JSON.stringify(subjects.body(requestBody, world, recording, path));
  return prepared;
}

/** The recorder wrote down who asked, and in the note how a log-in was broken on purpose. */
async function tokenHeaders(
  bench: Bench,
  world: World,
  { user, note }: Recording,
): Promise<Record<string, string>> {
  if (user) return { 'X-Auth-Token': await bench.token(world, user) };
  if (note.includes('garbage')) return { 'X-Auth-Token': 'garbage' };
  if (note.includes('OIDC')) return { 'OIDC-Token': 'garbage' };
  return note.includes('empty') ? { 'X-Auth-Token': '' } : {};
}

/** Columns of the answer that were so before the request: an action's answer shows the state it found. */
const FOUND = [
  'administrative',
  'operational',
  'availability',
  'subfunction_oper',
  'subfunction_avail',
  'bm_type',
];

/** A write that succeeded found its host in a certain state: the recorded answer still shows it. */
function arrange(
  world: World,
  subjects: Subjects,
  { method, status, body, path: recorded }: Recording,
  path: string,
): void {
  const host = subjects.hostIn(path, world);
  if (!host || method === 'GET') return;
  const row = status < 300 ? objectOf(body) : undefined;
  const fields = Object.fromEntries(
    FOUND.filter((key) => row?.[key] !== undefined).map((key) => [key, row?.[key]]),
  );
  // The workers of the recordings cannot have their processors' frequency set.
  const capabilities = subjects.recordedHost(recorded)?.capabilities;
  patchHost(world, host.row.uuid, { ...fields, ...(capabilities ? { capabilities } : {}) });
}

function objectOf(body: Json): { [key: string]: Json } | undefined {
  return body !== null && typeof body === 'object' && !Array.isArray(body) ? body : undefined;
}
