/** Saying something of alarms, against the embedded platform and a store of its own. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Alarm } from '@/lib/domain/alarm';
import { MOST_SHELF_MS } from '@/lib/domain/alarm-mark';
import { MOST_MARKED } from '@/lib/domain/alarm-selection';
import type { Session } from '@/lib/server/session-types';
import { startForTest, type TestSimulator, tokenFor } from '@/simulator/testing';

const signedIn: { session: Session | null } = { session: null };
vi.mock('@/lib/server/session', () => ({ currentSession: async () => signedIn.session }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-request-id': 'req-test', 'x-roost-client': '10.0.0.7' }),
}));
const written: Record<string, unknown>[] = [];
vi.mock('@/lib/server/log', async (original) => ({
  ...(await original<typeof import('@/lib/server/log')>()),
  auditLogger: () => ({ info: (line: { audit: Record<string, unknown> }) => written.push(line.audit) }),
}));

const { addNote, markAllSeen, markSeen, markUnseen, shelve, unshelve } = await import('./alarm-marks');
const { readView } = await import('@/lib/server/views');
const { store } = await import('@/lib/server/store/store');
const { auditKeeper } = await import('@/lib/server/audit-keeper');
const { sharedReads } = await import('@/lib/server/platform');

const directory = join(mkdtempSync(join(tmpdir(), 'roost-mark-writes-')), 'data');
let simulator: TestSimulator;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  simulator = await startForTest({ world: 'standard' });
  vi.stubEnv('KEYSTONE_URL', `${simulator.urls.keystone}/v3`);
  vi.stubEnv('ROOST_SECRET', 'only-for-tests-0123456789-0123456789');
  vi.stubEnv('ROOST_LOG_LEVEL', 'silent');
  vi.stubEnv('ROOST_DATA_DIR', directory);
  for (const user of ['operator', 'reader']) tokens[user] = await tokenFor(simulator, user);
});
afterAll(async () => {
  await store().close();
  await simulator.stop();
  rmSync(join(directory, '..'), { recursive: true, force: true });
});

function signIn(user: string, as = user): Session {
  signedIn.session = {
    id: `session-of-${as}`,
    token: tokens[user] ?? '',
    userId: as,
    projectId: 'admin',
    viewer: { userName: as, domainName: 'Default', projectName: 'admin', roles: [user, 'reader'] },
    issuedAt: Date.now(),
    endsAt: Date.now() + 3_600_000,
  };
  return signedIn.session;
}

let one: Alarm;
beforeEach(async () => {
  const reading = await readAlarms();
  const found = reading.value?.data.alarms[0];
  if (!found) throw new Error('no alarm is active');
  one = found;
  written.length = 0;
});

const order = () => ({ alarm: { id: one.id, raisedAt: one.raisedAt }, submission: randomUUID() });
/** The alarms as they are this moment, however lately they were read. */
function readAlarms() {
  sharedReads().invalidate(['alarms']);
  return readView(signIn('operator'), 'alarms', {});
}
async function markOf(alarm: Alarm) {
  const reading = await readView(signIn('reader'), 'alarmMarks', {});
  return reading.value?.data.marks.find(({ id, raisedAt }) => id === alarm.id && raisedAt === alarm.raisedAt);
}

describe('what people say of an alarm', () => {
  it('is read at once by everybody, and audited without its text', async () => {
    expect(await markSeen({ ...order(), why: 'calling the site' })).toEqual({ ok: true, data: null });
    expect(await addNote({ ...order(), text: 'fan 2 is loud' })).toEqual({ ok: true, data: null });
    signIn('operator', 'bob');
    expect(await addNote({ ...order(), text: 'part is ordered' })).toEqual({ ok: true, data: null });
    expect(await markOf(one)).toMatchObject({
      seen: { by: 'operator', why: 'calling the site' },
      notes: [
        { by: 'operator', text: 'fan 2 is loud' },
        { by: 'bob', text: 'part is ordered' },
      ],
    });
    expect(written.map(({ action, target, outcome }) => [action, target, outcome])).toEqual([
      ['alarm.mark-seen', `${one.alarmId} ${one.entity}`, 'ok'],
      ['alarm.note', `${one.alarmId} ${one.entity}`, 'ok'],
      ['alarm.note', `${one.alarmId} ${one.entity}`, 'ok'],
    ]);
    expect(JSON.stringify(written)).not.toContain('fan 2');
    signIn('operator');
    await markUnseen(order());
    expect((await markOf(one))?.seen).toBeNull();
  });

  it('shelves until an instant, and takes off the shelf', async () => {
    const until = Date.now() + 3_600_000;
    expect((await shelve({ ...order(), until, why: 'planned work' })).ok).toBe(true);
    expect((await markOf(one))?.shelf).toMatchObject({ until, why: 'planned work', by: 'operator' });
    signIn('operator');
    expect((await unshelve(order())).ok).toBe(true);
    expect((await markOf(one))?.shelf).toBeNull();
  });

  it('is kept once for one press of a button', async () => {
    const press = { ...order(), text: 'pressed once' };
    await Promise.all([addNote(press), addNote(press)]);
    const notes = (await markOf(one))?.notes.filter(({ text }) => text === 'pressed once');
    expect(notes).toHaveLength(1);
  });

  it('marks a selection at once: an answer and a line of the trail each, and one refused does not cost the others', async () => {
    const [first, second, third] = (await readAlarms()).value?.data.alarms ?? [];
    if (!first || !second || !third) throw new Error('too few alarms are active');
    const instance = ({ id, raisedAt }: Alarm) => ({ id, raisedAt });
    const gone = { id: randomUUID(), raisedAt: 1 };
    const submission = randomUUID();
    signIn('operator', 'carol');
    const alarms = [instance(first), gone, instance(second), instance(first)];
    const answers = await markAllSeen({ alarms, submission });
    expect(answers).toEqual({
      ok: true,
      data: [
        { alarm: instance(first), answer: { ok: true, data: null } },
        { alarm: gone, answer: { ok: false, error: expect.objectContaining({ kind: 'not-found' }) } },
        { alarm: instance(second), answer: { ok: true, data: null } },
      ],
    });
    expect((await markOf(first))?.seen).toMatchObject({ by: 'carol', why: '' });
    expect((await markOf(second))?.seen?.by).toBe('carol');
    expect((await markOf(third))?.seen ?? null).toBeNull();
    expect(written.map(({ action, target, outcome }) => [action, target, outcome])).toEqual([
      ['alarm.mark-seen', `${first.alarmId} ${first.entity}`, 'ok'],
      ['alarm.mark-seen', gone.id, 'not-found'],
      ['alarm.mark-seen', `${second.alarmId} ${second.entity}`, 'ok'],
    ]);
    expect(new Set(written.map(({ requestId }) => requestId))).toEqual(new Set(['req-test']));
    // The same press of the button gets the same answer, and nothing is written again.
    signIn('operator', 'carol');
    expect(await markAllSeen({ alarms, submission })).toEqual(answers);
    expect(written).toHaveLength(3);
    for (const each of [first, second]) await markUnseen({ alarm: instance(each), submission: randomUUID() });
  });

  it('refuses a selection as a whole in one line, and one that is empty or beyond its bound', async () => {
    const alarms = (await readAlarms()).value?.data.alarms.slice(0, 3) ?? [];
    const order = () => ({
      alarms: alarms.map(({ id, raisedAt }) => ({ id, raisedAt })),
      submission: randomUUID(),
    });
    signIn('reader');
    expect(await markAllSeen(order())).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
    expect(written.map(({ target, outcome }) => [target, outcome])).toEqual([['3 alarms', 'forbidden']]);
    signIn('operator');
    const many = Array.from({ length: MOST_MARKED + 1 }, (_, index) => ({ id: `a${index}`, raisedAt: 1 }));
    for (const nonsense of [[], many])
      expect(await markAllSeen({ alarms: nonsense, submission: randomUUID() })).toMatchObject({
        ok: false,
        error: { kind: 'invalid' },
      });
    expect(written).toHaveLength(1);
  });

  const hour = 3_600_000;
  it.each([
    ['an empty note', () => addNote({ ...order(), text: '  ' }), { text: 'Write something.' }],
    [
      'a long note',
      () => addNote({ ...order(), text: 'x'.repeat(1_001) }),
      { text: '1001 characters. At most 1,000 fit.' },
    ],
    [
      'a shelf without a reason',
      () => shelve({ ...order(), until: Date.now() + hour, why: ' ' }),
      { why: 'Say why.' },
    ],
    [
      'a shelf in the past',
      () => shelve({ ...order(), until: Date.now() - 1, why: 'x' }),
      { until: 'Choose a time that is still to come.' },
    ],
    [
      'a shelf of more than a week',
      () => shelve({ ...order(), until: Date.now() + MOST_SHELF_MS + hour, why: 'x' }),
      { until: 'A shelf ends after 7 days at the latest.' },
    ],
  ])('is refused beside its field: %s', async (_, say, fields) => {
    expect(await say()).toMatchObject({ ok: false, error: { kind: 'invalid', fields } });
  });

  it('is refused to a reader, of an alarm that cleared, and of nonsense', async () => {
    const gone = { alarm: { id: randomUUID(), raisedAt: 1 }, submission: randomUUID() };
    expect(await markSeen({ ...gone, why: '' })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    expect(await markSeen({ ...order(), why: '', submission: 'x' })).toMatchObject({
      ok: false,
      error: { kind: 'invalid' },
    });
    signIn('reader');
    expect(await addNote({ ...order(), text: 'hello' })).toMatchObject({
      ok: false,
      error: {
        kind: 'forbidden',
        message: 'Your role is reader. Writing notes needs operator, configurator or admin.',
      },
    });
    expect(written.at(-1)).toMatchObject({ action: 'alarm.note', outcome: 'forbidden', who: 'reader' });
  });

  it('is dropped when the alarm clears, and stays in its history', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await addNote({ ...order(), text: 'before it cleared' });
      // A mark this young could be of an alarm that the reading is too old to know.
      vi.setSystemTime(Date.now() + 30_000);
      await simulator.control.clear(one.alarmId, one.entity);
      await readAlarms();
      await vi.waitFor(async () => {
        expect((await readView(signIn('reader'), 'alarmMarks', {}, true)).value?.data.marks).toEqual([]);
      });
    } finally {
      vi.useRealTimers();
    }
    const { alarmId, entity } = one;
    const history = await readView(signIn('reader'), 'alarmMarkHistory', { alarmId, entity });
    expect(history.value?.data.entries[0]).toMatchObject({ deed: 'cleared', by: '' });
    expect(history.value?.data.entries[1]).toMatchObject({ deed: 'note', text: 'before it cleared' });
  });

  it('is dropped by no reading that failed', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await addNote({ ...order(), text: 'stays' });
      vi.setSystemTime(Date.now() + 60_000);
      await simulator.control.fault([{ service: 'fm', down: true }]);
      expect((await readAlarms()).error).toBeDefined();
      await simulator.control.clearFaults();
      expect((await markOf(one))?.notes.map(({ text }) => text)).toContain('stays');
    } finally {
      vi.useRealTimers();
    }
  });

  it('cannot be kept while the store is away: a sentence, and the platform is still read', async () => {
    await auditKeeper().idle();
    renameSync(directory, `${directory}-aside`);
    writeFileSync(directory, 'no folder');
    try {
      expect(await addNote({ ...order(), text: 'lost' })).toEqual({
        ok: false,
        error: {
          kind: 'unavailable',
          service: 'store',
          message: "Notes cannot be kept now. The console's own store does not answer.",
        },
      });
      const two = (await readAlarms()).value?.data.alarms.slice(0, 2) ?? [];
      const selected = two.map(({ id, raisedAt }) => ({ id, raisedAt }));
      expect(await markAllSeen({ alarms: selected, submission: randomUUID() })).toMatchObject({
        ok: false,
        error: { kind: 'unavailable', service: 'store' },
      });
      expect(written.at(-1)).toMatchObject({ target: '2 alarms', outcome: 'unavailable' });
      const marks = await readView(signIn('operator', 'late'), 'alarmMarkHistory', {
        alarmId: '1',
        entity: 'e',
      });
      expect(marks.error).toMatchObject({ kind: 'unavailable', service: 'store' });
      expect((await readAlarms()).error).toBeUndefined();
    } finally {
      rmSync(directory);
      renameSync(`${directory}-aside`, directory);
    }
    await vi.waitFor(
      async () => {
        signIn('operator');
        expect((await addNote({ ...order(), text: 'kept again' })).ok).toBe(true);
      },
      { timeout: 5_000, interval: 300 },
    );
  });
});
