import { describe, expect, it } from 'vitest';
import { checksOf } from '../check';
import type { Failure } from '../result';
import { refusedCheck, withRefusal } from './refusals';

const refused = (message: string): Failure => ({ kind: 'refused', service: 'sysinv', status: 400, message });

describe('which line a refusal is about', () => {
  it.each([
    [
      'unlock',
      'Can not unlock host worker-1 undergoing reinstall. Please ensure host has completed reinstall prior to unlock.',
      'unlock.inventoried',
    ],
    ['unlock', 'Can not unlock worker-1 kernel configuration in progress.', 'unlock.kernel'],
    [
      'unlock',
      'Unable to complete the action because host worker-1 is undergoing action lock.',
      'unlock.locked',
    ],
    [
      'force-unlock',
      'Rejected: Total allocated memory exceeds the total memory of worker-1 numa node 0 ',
      'unlock.hugepages',
    ],
    [
      'unlock',
      "Can not unlock node until at least 2 osd stor are configured for tier 'storage'.",
      'unlock.tiers',
    ],
    [
      'unlock',
      'Cannot unlock host worker-1\n  without configuring a cluster-host interface.',
      'unlock.network-cluster-host',
    ],
    ['lock', 'controller-0 : Rejected: Can not lock an active controller.', 'lock.active-controller'],
    ['force-lock', "Avoiding force-lock action on already 'locked' host worker-1", 'lock.unlocked'],
    ['swact', 'Controller is Locked ; No services to Swact', 'swact.unlocked'],
    ['swact', 'Swact action not allowed. snmp apply is in progress.', 'swact.apps'],
    ['unlock', 'Something that nobody has seen before.', undefined],
    ['reboot', 'Controller is Locked ; No services to Swact', undefined],
  ] as const)('%s: %s', (action, message, id) => {
    expect(refusedCheck(action, message)?.id).toBe(id);
  });
});

describe('the lines with the refusal', () => {
  const check = checksOf('unlock', 'sysinv host.py check_unlock_kernel_config_status');
  const pass = checksOf('unlock', 'x').pass('online', { title: 'Online' });
  const failure = refused('Can not unlock worker-1 kernel configuration in progress.');

  it('takes the place of what could not be told, first, and says what to do', () => {
    const unknown = check.unknown('kernel', {
      title: 'Cannot tell',
      wayOut: { kind: 'read', label: 'Retry' },
    });
    expect(withRefusal([pass, unknown], 'unlock', failure)).toEqual([
      {
        ...{ id: 'unlock.kernel', outcome: 'block', title: 'The kernel is being changed', source: 'sysinv' },
        ...{ cite: 'sysinv host.py check_unlock_kernel_config_status', refusal: failure },
        wayOut: { kind: 'wait', label: 'Wait 2 minutes' },
      },
      pass,
    ]);
  });

  it('keeps the words of a line that blocks by itself', () => {
    const wayOut = { kind: 'page', page: 'software', label: 'Look' } as const;
    const block = check.block('kernel', { title: 'Kernel changes to lowlatency', wayOut });
    expect(withRefusal([block], 'unlock', failure)?.[0]).toMatchObject({
      title: 'Kernel changes to lowlatency',
      wayOut,
      refusal: failure,
    });
  });

  it('makes a line where there was none, and none of what is no refusal', () => {
    expect(withRefusal([pass], 'unlock', failure)).toHaveLength(2);
    expect(withRefusal([pass], 'unlock', { ...failure, kind: 'unavailable' })).toBeNull();
    expect(withRefusal([pass], 'unlock', refused('Something else.'))).toBeNull();
  });
});
