import { describe, expect, it } from 'vitest';
import type { LiveReading } from '@/lib/domain/clock/live-reading';
import type { Result } from '@/lib/domain/result';
import type { Said, SaidList } from '@/lib/stx/ptp-notification/current-state';
import { NodeReader, type NodeReaderOptions } from './node-reader';
import { StoreReader } from './store-reader';

const said = (value: 'locked' | 'holdover' | 'freerun'): Said => ({
  ...{ quantity: 'sync-state', value, node: null, instance: null, saidAt: 'then' },
});
const good = (...all: Said[]): Result<SaidList> => ({ ok: true, data: { said: all, unreadable: [] } });
const away: Result<SaidList> = { ok: false, error: { kind: 'unavailable', message: 'It does not answer.' } };

function bench(options: Partial<NodeReaderOptions> = {}) {
  const clock = { now: 1_000_000 };
  const asked: string[] = [];
  const answers = new Map<string, Result<SaidList> | Promise<Result<SaidList>>>();
  const reader = new NodeReader({
    sourceName: (host) => (host === '..' ? undefined : `ptp.${host}`),
    ask: async (host) => {
      asked.push(host);
      return answers.get(host) ?? good(said('locked'));
    },
    intervalMs: () => 10_000,
    now: () => clock.now,
    patienceMs: 20,
    ...options,
  });
  return { clock, asked, answers, reader };
}

describe('nodes that are asked', () => {
  it('are asked once for all who look together, and not again before it is due', async () => {
    const { clock, asked, reader } = bench();
    const [one] = await Promise.all([reader.read(['w-0']), reader.read(['w-0'])]);
    expect(one?.readings).toEqual([
      {
        ...{ quantity: 'sync-state', value: 'locked', source: 'notification', sourceName: 'ptp.w-0' },
        ...{ host: 'w-0', instance: null, interface: null, process: null, at: 1_000_000, saidAt: 'then' },
      },
    ]);
    expect(one?.sources).toMatchObject([{ hosts: ['w-0'], answeredAt: 1_000_000, trouble: null }]);
    clock.now += 9_999;
    await reader.read(['w-0']);
    expect(asked).toHaveLength(1);
    clock.now += 1;
    await reader.read(['w-0']);
    expect(asked).toHaveLength(2);
  });

  it('cost the others nothing when they are silent or away, and that is said', async () => {
    const { asked, answers, reader } = bench();
    answers.set('w-1', new Promise(() => {}));
    answers.set('w-2', away);
    const { readings, sources } = await reader.read(['w-0', 'w-1', 'w-2', '..']);
    expect(readings.map(({ host }) => host)).toEqual(['w-0']);
    expect(
      sources.map(({ hosts, answeredAt, trouble }) => [hosts?.[0], answeredAt !== null, trouble]),
    ).toEqual([
      ['w-0', true, null],
      ['w-1', false, 'It has not answered yet.'],
      ['w-2', false, 'It does not answer.'],
      ['..', false, 'Its name does not fit into an address, so it is not asked.'],
    ]);
    // The silent one is not asked again while it is being waited for.
    await reader.read(['w-1']);
    expect(asked.filter((host) => host === 'w-1')).toHaveLength(1);
  });

  it('are at most sixteen at once, however many hosts there are', async () => {
    let running = 0;
    let most = 0;
    const { reader } = bench({
      ask: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running -= 1;
        return good(said('locked'));
      },
      patienceMs: 5_000,
    });
    const hosts = Array.from({ length: 1_000 }, (_, index) => `w-${index}`);
    expect((await reader.read(hosts)).readings).toHaveLength(1_000);
    expect(most).toBe(16);
  });

  it('that fell silent keep what they said for a while, then vouch for nothing', async () => {
    const { clock, answers, reader } = bench();
    await reader.read(['w-0']);
    answers.set('w-0', away);
    clock.now += 20_000;
    const soon = await reader.read(['w-0']);
    expect(soon.readings).toHaveLength(1);
    expect(soon.sources).toMatchObject([{ answeredAt: 1_000_000, trouble: 'It does not answer.' }]);
    clock.now += 100_000;
    const late = await reader.read(['w-0']);
    expect(late.readings).toEqual([]);
    expect(late.sources).toMatchObject([{ answeredAt: 1_000_000, trouble: 'It does not answer.' }]);
  });

  it('that are away are tried less and less often, a minute apart at most', async () => {
    const { clock, asked, answers, reader } = bench();
    answers.set('w-0', away);
    for (let second = 0; second < 600; second += 1) {
      await reader.read(['w-0']);
      clock.now += 1_000;
    }
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.length).toBeLessThan(20);
  });

  it('lose an instance that is no longer there, and say what of them cannot be read', async () => {
    const { clock, answers, reader } = bench();
    answers.set('w-0', good(said('locked'), { ...said('holdover'), instance: 'inst1' }));
    expect((await reader.read(['w-0'])).readings).toHaveLength(2);
    const unreadable = [{ id: null, name: '/sync/x', why: 'value: SLEEPING' }];
    answers.set('w-0', { ok: true, data: { said: [said('locked')], unreadable } });
    clock.now += 10_000;
    const { readings, sources } = await reader.read(['w-0']);
    expect(readings).toHaveLength(1);
    expect(sources[0]?.trouble).toBe('A state cannot be read: /sync/x, value: SLEEPING.');
  });

  it('that tell by themselves are believed over an older answer that arrives later', async () => {
    const { clock, answers, reader } = bench();
    let answer = (_: Result<SaidList>) => {};
    answers.set(
      'w-0',
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    await reader.read(['w-0']);
    clock.now += 5;
    reader.accept('w-0', [said('freerun')]);
    answer(good(said('locked'), { ...said('locked'), instance: 'inst1' }));
    expect((await reader.read(['w-0'])).readings.map(({ value }) => value)).toEqual(['freerun', 'locked']);
    answers.set('w-0', good(said('locked')));
    clock.now += 10_000;
    expect((await reader.read(['w-0'])).readings.map(({ value }) => value)).toEqual(['locked']);
  });

  it('are forgotten an hour after somebody looked', async () => {
    const forgotten: string[] = [];
    const { clock, reader } = bench({ onForgotten: (host) => forgotten.push(host) });
    await reader.read(['w-0', 'w-1']);
    clock.now += 3_600_001;
    await reader.read(['w-0']);
    expect(forgotten).toEqual(['w-1']);
  });
});

describe('a metrics store that is asked', () => {
  const reading: LiveReading = {
    quantity: 'offset',
    value: 12,
    ...{ source: 'metrics', sourceName: 's', host: 'w-0', instance: null },
    ...{ interface: null, process: null, at: 1, saidAt: null },
  };

  it('is asked once for all, and expects a host that had samples', async () => {
    const clock = { now: 5_000_000 };
    let asked = 0;
    let answer: Awaited<ReturnType<ConstructorParameters<typeof StoreReader>[0]['ask']>> = {
      ok: true,
      data: [reading],
    };
    const ask = async () => {
      asked += 1;
      return answer;
    };
    const reader = new StoreReader({ sourceName: 's', ask, intervalMs: () => 10_000, now: () => clock.now });
    const [first] = await Promise.all([reader.read(['w-0', 'w-1']), reader.read(['w-0'])]);
    expect(asked).toBe(1);
    expect(first?.readings).toEqual([reading]);
    expect(first?.sources).toMatchObject([{ hosts: ['w-0'], trouble: null }]);
    // Its exporter is gone: the host is still expected to have samples.
    answer = { ok: true, data: [{ ...reading, host: 'w-7' }] };
    clock.now += 10_000;
    const second = await reader.read(['w-0', 'w-1']);
    expect(second).toMatchObject({ readings: [], sources: [{ hosts: ['w-0'], trouble: null }] });
    answer = { ok: false, error: { kind: 'unavailable', message: 'prometheus does not answer.' } };
    clock.now += 10_000;
    const third = await reader.read(['w-7']);
    expect(third).toMatchObject({
      readings: [{ host: 'w-7' }],
      sources: [{ trouble: 'prometheus does not answer.' }],
    });
    clock.now += 95_000;
    expect((await reader.read(['w-7'])).readings).toEqual([]);
    answer = { ok: true, data: [] };
    clock.now += 10_000;
    expect((await reader.read(['w-7'])).sources[0]?.trouble).toContain('no samples');
  });
});
