import { beforeEach, expect, it, vi } from 'vitest';
import type { AlarmList } from '@/lib/domain/alarm';
import { ok } from '@/lib/domain/result';
import { noteActive } from './alarm-marks';
import type { Session } from './session-types';

const run = vi.hoisted(() => vi.fn());
vi.mock('./store/store', () => ({ store: () => ({ run }) }));
vi.mock('./cloud', () => ({ cloudName: () => 'cloud' }));

const session: Session = {
  ...{ id: 's', token: 't', userId: 'u', projectId: 'p', issuedAt: 0, endsAt: 1 },
  viewer: { userName: 'ann', domainName: 'Default', projectName: 'admin', roles: ['admin'] },
};
const list = (changes: Partial<AlarmList> = {}): AlarmList => ({
  ...{ alarms: [], unreadable: [], capped: false },
  ...changes,
});

beforeEach(() => {
  run.mockReset();
  run.mockResolvedValue(ok(0));
});

it('closes what was said of alarms by a whole reading alone', () => {
  noteActive(session, list(), 1);
  expect(run).toHaveBeenCalledTimes(1);
  noteActive(session, list({ unreadable: [{ id: 'a', name: null, why: 'odd' }] }), 1);
  expect(run).toHaveBeenCalledTimes(2);
});

it.each<[string, Partial<AlarmList>]>([
  ['had no room for more', { capped: true }],
  ['has a row that could be any alarm', { unreadable: [{ id: null, name: null, why: 'odd' }] }],
])('closes nothing by one that %s', (_name, changes) => {
  noteActive(session, list(changes), 1);
  expect(run).not.toHaveBeenCalled();
});
