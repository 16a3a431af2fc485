/** Hiding types of alarms against the embedded platform: real HTTP, its refusals, its counters of what reached it. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchOfWrites } from '@/e2e/support/writes-bench';
import type { AlarmType } from '@/lib/domain/alarm-type';
import type { Result } from '@/lib/domain/result';
import type { Wish } from '@/lib/domain/suppression';
import { ask } from '@/simulator/testing';

const { orderSuppression } = await import('./suppression-writes');
const { readView } = await import('./views');

const bench = benchOfWrites('configurator');
const { written, signIn } = bench;

async function typeOf(alarmId: string): Promise<AlarmType> {
  const session = bench.session();
  const { value, error } = await readView(session, 'suppressions', {});
  const type = value?.data.types.find((each) => each.alarmId === alarmId);
  if (!type) throw new Error(error?.message ?? `no type ${alarmId}`);
  return type;
}

async function run(type: string, wish: Wish, submission = randomUUID()): Promise<Result<AlarmType>> {
  const begun = await orderSuppression({ type, wish, submission });
  return begun.ok ? begun.data.accepted : begun;
}

const patches = () => bench.writes('fm');

async function hidden(): Promise<string[]> {
  const session = bench.session();
  const { value } = await readView(session, 'alarms', {});
  return [
    ...new Set(value?.data.alarms.filter(({ suppressed }) => suppressed).map(({ alarmId }) => alarmId)),
  ].sort();
}

describe('suppressing a type', () => {
  it('is one request, audited by alarm id, and every reading of alarms knows it at once', async () => {
    const type = await typeOf('100.119');
    expect(type.suppressed).toBe(false);
    expect(await hidden()).toEqual(['100.150']);
    const done = await run(type.id, 'suppress');
    expect(done).toMatchObject({ ok: true, data: { alarmId: '100.119', suppressed: true } });
    expect(await patches()).toBe(1);
    expect(written).toEqual([
      expect.objectContaining({
        who: 'configurator',
        action: 'alarm-type.suppress',
        target: '100.119',
        outcome: 'ok',
        details: { alarmId: '100.119', suppression: 'suppressed' },
      }),
    ]);
    // Both are kept for seconds: without word to them they would still say what was.
    expect((await typeOf('100.119')).suppressed).toBe(true);
    expect(await hidden()).toEqual(['100.119', '100.150']);

    expect((await run(type.id, 'unsuppress')).ok).toBe(true);
    expect((await typeOf('100.119')).suppressed).toBe(false);
    expect(await hidden()).toEqual(['100.150']);
  });

  it('still reads the alarms it hides', async () => {
    const session = signIn('admin');
    const before = (await readView(session, 'alarms', {})).value?.data.alarms.length;
    await run((await typeOf('100.119')).id, 'suppress');
    const { value } = await readView(session, 'alarms', {});
    expect(value?.data.alarms.length).toBe(before);
    expect(value?.data.alarms.some(({ alarmId }) => alarmId === '100.119')).toBe(true);
    await run((await typeOf('100.119')).id, 'unsuppress');
  });

  it.each(['reader', 'operator'])('is refused to a %s before anything is sent, and audited', async (user) => {
    const { id } = await typeOf('200.004');
    signIn(user);
    const answer = await run(id, 'suppress');
    expect(answer).toMatchObject({
      ok: false,
      error: {
        kind: 'forbidden',
        message: `Your role is ${user}. Suppressing needs configurator or admin.`,
      },
    });
    expect(await patches()).toBe(0);
    expect(written).toMatchObject([{ action: 'alarm-type.suppress', outcome: 'forbidden' }]);
  });

  it("comes back with the platform's refusal when its roles differ from what the console believes", async () => {
    const { id } = await typeOf('200.004');
    signIn('operator', ['admin', 'reader']);
    const answer = await run(id, 'suppress');
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'forbidden', message: 'Forbidden', service: 'fm', status: 403, requestId: 'req-test' },
    });
    expect(await patches()).toBe(1);
  });

  it('comes back refused in the words of the platform for a row it does not have', async () => {
    const answer = await run('00000000-0000-4000-8000-000000000000', 'suppress');
    expect(answer).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        message: '[HTTP 400] No event suppression entry found for 00000000-0000-4000-8000-000000000000',
      },
    });
    expect(written).toMatchObject([
      { target: '00000000-0000-4000-8000-000000000000', outcome: 'refused', status: 400 },
    ]);
  });

  it('is never sent twice: not by itself after no answer, nor by the same press', async () => {
    const { id } = await typeOf('200.010');
    await bench.platform().control.fault({ service: 'fm', method: 'PATCH', dropAfter: true, times: 1 });
    const press = randomUUID();
    const first = await run(id, 'suppress', press);
    expect(first).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    expect(await run(id, 'suppress', press)).toEqual(first);
    // It was carried out, as the next reading says; nobody sent it again.
    expect((await typeOf('200.010')).suppressed).toBe(true);
    expect(await patches()).toBe(1);
    await run(id, 'unsuppress');
  });

  it('is not sent without a session', async () => {
    const { id } = await typeOf('200.010');
    bench.signOut();
    expect(await run(id, 'suppress')).toMatchObject({ ok: false, error: { kind: 'unauthenticated' } });
    expect(await patches()).toBe(0);
  });

  it('asks for the list without a limit, which the platform cannot bear', async () => {
    await typeOf('100.119');
    const direct = await ask(`${bench.platform().urls.fm}/v1/event_suppression?limit=2`, {
      token: bench.tokenOf('admin'),
    });
    expect(direct.status).toBe(500);
  });
});
