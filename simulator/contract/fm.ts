/** Turns a recorded FM request into one about the simulated cloud. */
import { specOf } from '../fm/catalogue';
import type { World } from '../kernel/world';
import type { Bench } from './bench';
import type { Prepared } from './exchange';
import type { Recording } from './recording';

export async function prepareFm(bench: Bench, recording: Recording): Promise<Prepared | string> {
  const { file, method, note, requestBody, status } = recording;
  if (note.includes('one-line patch'))
    return 'recorded from a patched service, which the platform does not run';
  if (note.includes('masked alarm')) return 'masked alarms are not modelled';
  const sysinvDown = file.includes('sysinv-down');
  const world = sysinvDown ? bench.cloudFor({ ...recording, method: 'POST' }) : bench.cloudFor(recording);
  if (sysinvDown) takeSysinvDown(world);
  const headers = await headersOf(bench, world, recording);
  const prepared: Prepared = { url: bench.url('fm') + pathOf(recording, world), method, headers };
  if (requestBody === null) return prepared;
  headers['Content-Type'] = status === 415 ? 'text/plain' : 'application/json';
  prepared.body = typeof requestBody === 'string' ? requestBody : JSON.stringify(requestBody);
  return prepared;
}

/** FM asks sysinv about every port that an alarm or event names, and fails with it. */
function takeSysinvDown(world: World): void {
  world.fm.raise(specOf({ alarm_id: '300.001', entity_instance_id: 'host=worker-0.port=enp24s0f0' }));
  world.faults.add([{ service: 'sysinv', down: true }]);
}

async function headersOf(bench: Bench, world: World, recording: Recording): Promise<Record<string, string>> {
  const headers: Record<string, string> = { ...recording.headers };
  delete headers['Content-Length'];
  if (!('X-Auth-Token' in headers)) return headers;
  const user = /user (\w+)$/.exec(recording.note.trim())?.[1] ?? 'admin';
  headers['X-Auth-Token'] = recording.status === 401 ? 'garbage' : await bench.token(world, user);
  return headers;
}

/** Ids that the recorded service knew become ids that this one knows; unknown ones stay unknown. */
function pathOf({ path, status, note }: Recording, world: World): string {
  if (status === 404 || note.includes('unknown')) return path;
  const known = {
    alarms: world.fm.alarms,
    event_log: world.fm.events,
    event_suppression: world.fm.suppressions,
  };
  const collection = /^(?:\/v1)?\/(alarms|event_log|event_suppression)/.exec(path)?.[1];
  const rows = Object.entries(known).find(([name]) => name === collection)?.[1] ?? [];
  const id = rows[0]?.uuid;
  return path.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, (found) =>
    found.startsWith('00000000') ? found : (id ?? found),
  );
}
