import { describe, expect, it } from 'vitest';
import { awaited, leadingRole, may, mayRead, type Right, type Role } from './rights';
import { testViewer } from './test-facts';

const RIGHTS: Right[] = ['host.operate', 'host.provision', 'alarm.manage', 'system.configure'];

describe('rights', () => {
  it.each<[Role[], boolean[]]>([
    [
      ['admin', 'member', 'reader'],
      [true, true, true, true],
    ],
    [['configurator'], [true, true, true, true]],
    [
      ['operator', 'reader'],
      [true, false, false, false],
    ],
    [
      ['member', 'reader'],
      [false, false, false, false],
    ],
    [['reader'], [false, false, false, false]],
  ])('%s', (roles, expected) => {
    expect(RIGHTS.map((right) => may(testViewer(...roles), right, 'Locking').ok)).toEqual(expected);
  });

  it('says which role it takes', () => {
    expect(may(testViewer('reader'), 'host.operate', 'Locking')).toEqual({
      ok: false,
      why: 'Your role is reader. Locking needs operator, configurator or admin.',
    });
    expect(may({ ...testViewer(), roles: ['heat_stack_owner'] }, 'host.operate', 'Locking')).toMatchObject({
      why: 'You have no role here. Locking needs operator, configurator or admin.',
    });
  });

  it('roles count in the projects admin and services only', () => {
    expect(may({ ...testViewer('admin'), projectName: 'services' }, 'host.operate', 'Locking').ok).toBe(true);
    expect(may({ ...testViewer('admin'), projectName: 'demo' }, 'host.operate', 'Locking')).toMatchObject({
      why: 'Locking needs a role in project admin or services. You are in demo.',
    });
  });

  it('waits for the service that carries it out, and for no other', () => {
    const waiting = { ...testViewer('admin'), awaiting: ['sysinv' as const] };
    const why = 'System inventory (sysinv) does not answer. Actions wait until it is back.';
    for (const right of ['host.operate', 'host.provision', 'system.configure'] as const) {
      expect(may(waiting, right, 'Doing this')).toEqual({ ok: false, why });
      expect(awaited(waiting, right)).toBe('sysinv');
    }
    for (const right of ['alarm.manage', 'alarm.mark'] as const)
      expect(may(waiting, right, 'Doing this').ok).toBe(true);
    const noFm = { ...testViewer('admin'), awaiting: ['fm' as const] };
    expect(may(noFm, 'alarm.manage', 'Suppressing')).toMatchObject({ why: expect.stringContaining('(fm)') });
    // What is the console's own needs nobody.
    expect(may(noFm, 'alarm.mark', 'Marking').ok).toBe(true);
    expect(mayRead(waiting).ok).toBe(true);
  });

  it('a role that is missing is told first: waiting would not help', () => {
    const waiting = { ...testViewer('reader'), awaiting: ['sysinv' as const] };
    expect(may(waiting, 'host.operate', 'Locking')).toMatchObject({
      why: 'Your role is reader. Locking needs operator, configurator or admin.',
    });
  });

  it('reading takes any StarlingX role', () => {
    expect(mayRead(testViewer('reader')).ok).toBe(true);
    expect(mayRead({ ...testViewer(), roles: ['heat_stack_owner'] }).ok).toBe(false);
    expect(leadingRole(testViewer('reader', 'operator'))).toBe('operator');
    expect(leadingRole({ roles: [] })).toBeUndefined();
  });
});
