/**
 * Turns a recorded request of the notification API into one about the simulated cloud: sent to the sidecar of a host that
 * has what the recorded one had.
 */
import { textAt } from '../kernel/json';
import type { Bench } from './bench';
import { exchange, type Prepared } from './exchange';
import type { Recording } from './recording';

const SUBSCRIPTIONS = /^(\/ocloudNotifications\/v\d\/subscriptions)(\/.+)?$/;

export async function prepareNotification(bench: Bench, recording: Recording): Promise<Prepared | string> {
  const { method, requestBody } = recording;
  const world = bench.cloudFor(recording);
  const { configuration } = world.timing.clocks();
  const host = configuration.hosts().find((name) => {
    const clocks = configuration.of(name);
    if (recording.path.includes('/gnss-status/')) return clocks?.receiver !== undefined;
    if (recording.path.includes('/synce-status/')) return clocks?.synce !== undefined;
    return clocks?.phc2sys !== undefined && clocks.ptp4l.length > 0;
  });
  if (!host) return 'no host of the simulated cloud has this clock';
  const cloud = world.tag ? `/clouds/${world.tag}` : '';
  const base = bench.url('ptpnotification');
  const send = (path: string, body = requestBody): Prepared => ({
    url: base,
    path: `${cloud}/nodes/${host}${path}`,
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body !== null && { body: JSON.stringify(body) }),
  });
  const [, list, id] = SUBSCRIPTIONS.exec(recording.path) ?? [];
  // Nobody listens on the discard port: pushes of these subscriptions go nowhere.
  const made = {
    EndpointUri: 'http://127.0.0.1:9/cb',
    ResourceAddress: `/./${host}/sync/sync-status/sync-state`,
  };
  if (list && method !== 'POST') {
    const answer = await exchange({ ...send(list, made), method: 'POST' });
    const known = textAt(answer.body, 'SubscriptionId') ?? '';
    return send(id ? `${list}/${known}` : list);
  }
  return send(recording.path);
}
