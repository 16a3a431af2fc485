/**
 * Writes to an embedded store until it is killed, and says on stdout what was confirmed, a line each. For the test
 * that ends it at a random moment: `node --import tsx --conditions=react-server store-writer.ts FOLDER RUN`.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { keepSaying } from '../../lib/server/store/alarm-marks';
import { keepAuditLines } from '../../lib/server/store/audit-trail';
import { Store } from '../../lib/server/store/store';

const [, , directory = '', run = ''] = process.argv;
const store = new Store({ kind: 'embedded', directory });
/** Past every buffer of this process. */
const say = (line: string) => writeSync(1, `${line}\n`);

async function note(index: number): Promise<void> {
  const text = `${run} ${index} ${'x'.repeat((index * 37) % 700)}`;
  const alarm = { id: `${run}-${index % 5}`, raisedAt: 1, alarmId: '100.101', entity: 'host=worker-1' };
  const said = { cloud: 'kill', projectId: 'p', alarm, by: 'ann', at: index, submission: randomUUID() };
  const kept = await store.run((db) => keepSaying(db, { ...said, deed: 'note', text }));
  say(kept.ok ? `note ${text.trim()}` : `failed ${kept.error.message}`);
}

async function line(index: number): Promise<void> {
  const requestId = `req-${run}-${index}`;
  const entry = {
    ...{
      id: randomUUID(),
      at: new Date(index).toISOString(),
      who: 'ann',
      domain: 'Default',
      project: 'admin',
    },
    ...{
      role: 'admin',
      from: '10.0.0.7',
      cloud: 'kill',
      action: 'host.lock',
      target: 'worker-1',
      outcome: 'ok',
    },
    ...{ status: null, requestId, durationMs: 1 },
  };
  const kept = await store.run((db) => keepAuditLines(db, [entry]));
  say(kept.ok ? `audit ${requestId}` : `failed ${kept.error.message}`);
}

async function main(): Promise<void> {
  for (let index = 0; ; index += 2) await Promise.all([note(index), line(index + 1)]);
}
void main();
