import { beforeEach, describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '@/lib/domain/result';
import type { StepResult } from '@/lib/domain/steps';
import { testHost } from '@/lib/domain/test-facts';
import { type CopyOrder, copyRun, copyWords, forgetCopy, runCopy, stopCopy } from './copy-run';

const done: StepResult[] = [{ state: 'done' }, { state: 'already' }];
const refused: StepResult[] = [
  { state: 'undone' },
  { state: 'failed', failure: { kind: 'refused', message: 'Not now' } },
];

let asked: string[] = [];
beforeEach(() => {
  asked = [];
  copyRun.set(null);
});

const order = (id: string, answer: () => Result<StepResult[]> = () => ok(done)): CopyOrder => ({
  host: testHost({ id, hostname: id }),
  titles: ['one', 'two'],
  send: async (show) => {
    asked.push(id);
    show([{ state: 'asked' }, { state: 'waiting' }]);
    return answer();
  },
});
const after = async ({ id }: { id: string }) => {
  asked.push(`after ${id}`);
};
const states = () => copyRun.get()?.rows.map(({ state }) => state);

describe('a copy to several hosts', () => {
  it('asks one after the other, and goes on when one refuses', async () => {
    const run = await runCopy('source', [order('a', () => ok(refused)), order('b')], after);
    expect(asked).toEqual(['a', 'after a', 'b', 'after b']);
    expect(run.over).toBe(true);
    expect(states()).toEqual(['refused', 'done']);
    expect(run.rows[0]).toMatchObject({ results: refused, failure: { message: 'Not now' } });
    expect(copyWords(run)).toBe('1 of 2 hosts done, 1 refused');
  });

  it('shows steps as they come', async () => {
    const seen: unknown[] = [];
    const end = copyRun.subscribe(() => seen.push(copyRun.get()?.rows[0]?.results[0]?.state));
    await runCopy('source', [order('a')], after);
    end();
    expect(seen).toContain('asked');
    expect(seen.at(-1)).toBe('done');
  });

  it.each(['unauthenticated', 'forbidden', 'unavailable'] as const)(
    'begins no other host after %s, which they would all meet',
    async (kind) => {
      const answer = () => fail({ kind, message: 'No' });
      const run = await runCopy('source', [order('a', answer), order('b'), order('c')], after);
      expect(states()).toEqual([kind === 'unavailable' ? 'unsure' : 'refused', 'left', 'left']);
      expect(asked).toEqual(['a', 'after a']);
      expect(copyWords(run)).toMatch(/^0 of 3 hosts done, 1 (?:refused|not known), 2 not begun$/);
    },
  );

  it('a step that nobody knows of is not a refusal', async () => {
    const unsure: StepResult[] = [
      { state: 'done' },
      { state: 'unsure', failure: { kind: 'unavailable', message: '?' } },
    ];
    await runCopy('source', [order('a', () => ok(unsure))], after);
    expect(states()).toEqual(['unsure']);
  });

  it('stops after the host under way when it is told to', async () => {
    const stopping = order('a', () => {
      stopCopy();
      return ok(done);
    });
    await runCopy('source', [stopping, order('b')], after);
    expect(states()).toEqual(['done', 'left']);
  });

  it('a console that is lost is told, and the run ends', async () => {
    const lost: CopyOrder = { ...order('a'), send: () => Promise.reject(new Error('gone')) };
    await runCopy('source', [lost, order('b')], after);
    expect(states()).toEqual(['unsure', 'left']);
    forgetCopy();
    expect(copyRun.get()).toBeNull();
  });

  it('is not forgotten while it goes on', () => {
    copyRun.set({ from: 'source', rows: [], over: false, stopping: false });
    forgetCopy();
    expect(copyRun.get()).not.toBeNull();
  });
});
