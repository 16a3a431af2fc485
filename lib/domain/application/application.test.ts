import { describe, expect, it } from 'vitest';
import { isWorking, moodOf, STATUSES, statusWords } from './application';
import { type ApplicationCall, callCli, callTitle, DEEDS } from './application-calls';
import { deedVerdict, nextDeed } from './application-rules';
import { applicationSteps } from './application-steps';
import { progressOf } from './progress';
import { testApplication } from './test-application';

describe('a status', () => {
  it.each([
    ['applied', 'Applied', 'running'],
    ['apply-failed', 'Apply failed', 'failed'],
    ['update-starting', 'Update starting', 'working'],
    ['uploaded', 'Uploaded', 'waiting'],
    ['napping', 'Napping', 'unknown'],
    [null, 'Unknown', 'unknown'],
  ])('%s reads %s', (status, words, mood) => {
    expect(statusWords(status)).toBe(words);
    expect(moodOf({ status })).toBe(mood);
  });

  it('is followed closely exactly while the platform is at work', () => {
    expect(STATUSES.filter((status) => isWorking({ status }))).toEqual([
      ...['uploading', 'applying', 'update-starting', 'updating', 'recovering', 'removing'],
      'restore-requested',
    ]);
  });
});

describe('what may be asked', () => {
  it.each([
    ['uploaded', ['apply', 'delete']],
    ['applied', ['apply', 'update', 'remove']],
    ['apply-failed', ['apply', 'remove']],
    ['applying', ['abort']],
    ['updating', ['abort']],
    ['removing', ['abort']],
    ['remove-failed', ['remove']],
    ['upload-failed', ['delete']],
    ['uploading', []],
    ['recovering', []],
    [null, DEEDS],
  ])('of one that is %s: %j', (status, deeds) => {
    expect(DEEDS.filter((deed) => deedVerdict(deed, { status }).ok)).toEqual(deeds);
  });

  it('says why not, in words and with the check that would refuse it', () => {
    expect(deedVerdict('delete', { status: 'apply-failed' })).toEqual({
      ok: false,
      why: 'Only what is uploaded, or failed to upload, can be deleted. It is: apply failed.',
      cite: 'sysinv kube_app.py delete',
    });
  });

  it('never offers by itself what would be refused', () => {
    for (const status of STATUSES) {
      const deed = nextDeed({ status });
      if (deed !== null) expect(deedVerdict(deed, { status }).ok).toBe(true);
    }
  });
});

describe('how far it is', () => {
  it.each([
    ['applying', 'applying application manifest', null, ['done', 'done', 'now']],
    ['applying', 'Applying app hello-kitty. Overall completion: 0%', 0, ['done', 'done', 'now']],
    ['applying', 'Applying app a. Chart b applied. Overall completion: 66%', 66, ['done', 'done', 'now']],
    ['applying', 'retrieving docker images', null, ['done', 'now', 'ahead']],
    ['uploading', 'validating and uploading charts', null, ['done', 'done', 'now']],
    ['updating', 'Application update starting.', null, ['now', 'ahead', 'ahead', 'ahead']],
    ['removing', 'deleting application manifest', null, ['now']],
    ['removing', 'retrieving application files', null, []],
    ['applying', null, null, []],
    ['applied', 'completed', null, []],
    ['apply-failed', 'operation aborted by user', null, []],
    ['applying', 'Overall completion: 250%', 100, []],
  ])('%s, "%s"', (status, progress, percent, states) => {
    const read = progressOf({ status, progress });
    expect(read.percent).toBe(percent);
    expect(read.steps.map(({ state }) => state)).toEqual(states);
    expect(read.said).toBe(progress);
  });

  it('names the chart that was applied last', () => {
    const progress = 'Applying app a. Chart kube-system-b applied. Overall completion: 66%';
    expect(progressOf({ status: 'applying', progress }).chart).toBe('kube-system-b');
  });
});

describe('a call', () => {
  it.each<[ApplicationCall, string, string]>([
    [{ do: 'apply', name: 'snmp' }, 'Apply snmp', 'system application-apply snmp'],
    [
      { do: 'remove', name: 'snmp', force: true },
      'Remove snmp by force',
      'system application-remove --force snmp',
    ],
    [{ do: 'delete', name: 'snmp', force: false }, 'Delete snmp', 'system application-delete snmp'],
    [
      { do: 'upload', tarfile: '/home/me/a b-1.0-1.tgz', name: 'a', version: '1.0-1', images: true },
      'Upload a b-1.0-1.tgz',
      "system application-upload --app-name a --app-version 1.0-1 --images '/home/me/a b-1.0-1.tgz'",
    ],
    [
      {
        ...{ do: 'update', name: 'snmp', tarfile: 'https://me:secret@a.example/s.tgz?key=1', version: null },
        ...{ reuseUserOverrides: true, reuseAttributes: false },
      },
      'Update snmp',
      "system application-update --app-name snmp --reuse-user-overrides true --reuse-attributes false 'https://me:<password>@a.example/s.tgz?key=1'",
    ],
  ])('%j', (call, title, command) => {
    expect(callTitle(call)).toBe(title);
    expect(callCli(call)).toBe(command);
  });

  it('is not sent for what is under way or gone, and is sent for what nobody has heard of', () => {
    const state = [testApplication({ name: 'a', status: 'applying' }), testApplication({ name: 'b' })];
    const { remaining } = applicationSteps;
    expect(remaining({ do: 'apply', name: 'a' }, state)).toBeNull();
    expect(remaining({ do: 'apply', name: 'b' }, state)).not.toBeNull();
    expect(remaining({ do: 'abort', name: 'a' }, state)).not.toBeNull();
    expect(remaining({ do: 'delete', name: 'c', force: false }, state)).toBeNull();
    expect(remaining({ do: 'apply', name: 'c' }, state)).not.toBeNull();
    const upload = { tarfile: '/a-1.0-1.tgz', name: 'a', version: null, images: false };
    expect(remaining({ do: 'upload', ...upload }, state)).not.toBeNull();
  });

  it('leaves what the platform then shows', () => {
    const state = [testApplication({ name: 'a' }), testApplication({ name: 'b' })];
    expect(applicationSteps.after({ do: 'apply', name: 'a' }, state)[0]).toMatchObject({
      ...{ status: 'applying', progress: null },
    });
    expect(applicationSteps.after({ do: 'delete', name: 'a', force: false }, state)).toEqual([state[1]]);
    expect(applicationSteps.after({ do: 'abort', name: 'a' }, state)).toBe(state);
  });
});
