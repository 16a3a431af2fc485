import { describe, expect, it } from 'vitest';
import type { AuditLine } from '../../audit';
import { fromActive, namesOnly, placeIn } from '../order';
import { diffRows } from './diff';
import { chartTarget, type OverrideCall, overrideCli } from './override-calls';
import { APPLICATION_UPDATED, needsApply, unappliedChanges } from './pending';
import { previewOf } from './preview';

const SYSTEM = 'a: 1\nlimits:\n  cpu: 1\n  memory: 128Mi\nreplicaCount: 2\nz: 1\n';

describe('what changes', () => {
  it('is seen from the values that system and user make together', () => {
    const seen = previewOf(
      { system: SYSTEM, user: 'replicaCount: 2\n' },
      { yaml: 'limits:\n  memory: 256Mi\nreplicaCount: 3\n', sets: [], keep: false },
    );
    expect(seen).toMatchObject({
      state: 'known',
      preview: {
        changes: ['limits.memory', 'replicaCount'],
        merged: 'a: 1\nlimits:\n  cpu: 1\n  memory: 256Mi\nreplicaCount: 3\nz: 1\n',
        user: 'limits:\n  memory: 256Mi\nreplicaCount: 3\n',
        takesAway: false,
      },
    });
    if (seen.state !== 'known') return;
    expect(seen.preview.rows.map((row) => (row.kind === 'folded' ? row : `${row.kind} ${row.line}`))).toEqual(
      [
        ...[{ kind: 'folded', count: 1 }, 'same 2', 'same 3', 'removed 4', 'removed 5', 'added 4', 'added 5'],
        'same 6',
      ],
    );
  });

  it('replaces the user overrides, or keeps them under what is typed', () => {
    const present = { system: null, user: 'a: 1\nb: 2\n' };
    const typed = { yaml: 'b: 3\n', sets: ['c=x'] };
    const user = (keep: boolean) => {
      const seen = previewOf(present, { ...typed, keep });
      return seen.state === 'known' ? seen.preview.user : seen.state;
    };
    expect(user(false)).toBe('b: 3\nc: x\n');
    expect(user(true)).toBe('a: 1\nb: 3\nc: x\n');
  });

  it('is unknown where the platform has what cannot be read, and faulty where a person typed it', () => {
    expect(previewOf({ system: 'a: [', user: null }, { yaml: 'b: 1', sets: [], keep: false }).state).toBe(
      'unknown',
    );
    expect(previewOf({ system: null, user: null }, { yaml: 'b: [', sets: [], keep: false }).state).toBe(
      'faulty',
    );
    const nulled = previewOf({ system: 'a: 1', user: null }, { yaml: 'a: null', sets: [], keep: false });
    expect(nulled).toMatchObject({ preview: { takesAway: true, changes: ['a'] } });
  });
});

describe('lines that differ', () => {
  it('are told from those that only moved down, with the part that is other', () => {
    expect(diffRows('a\nb: 1 x\nc\n', 'new\na\nb: 2 x\nc\n', 1)).toEqual([
      { kind: 'added', line: 1, text: 'new' },
      { kind: 'same', line: 2, text: 'a' },
      { kind: 'removed', line: 2, text: 'b: 1 x', part: [3, 6] },
      { kind: 'added', line: 3, text: 'b: 2 x', part: [3, 6] },
      { kind: 'same', line: 4, text: 'c' },
    ]);
    expect(diffRows('a\n', 'a\n')).toEqual([{ kind: 'folded', count: 1 }]);
    expect(diffRows('', 'a\n')).toEqual([{ kind: 'added', line: 1, text: 'a' }]);
  });

  it('of very long texts are shown as one in place of the other', () => {
    const text = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join('\n');
    const rows = diffRows(text('a'), text('b'));
    expect(rows.filter(({ kind }) => kind === 'removed')).toHaveLength(3000);
    expect(rows.filter(({ kind }) => kind === 'added')).toHaveLength(3000);
  });
});

describe('a command', () => {
  const chart = { application: 'ptp-notification', chart: 'ptp-notification', namespace: 'notification' };
  it.each<[OverrideCall, string]>([
    [
      { ...chart, do: 'save', yaml: 'a: 1', sets: [], keep: false, began: 'v' },
      'system helm-override-update ptp-notification ptp-notification notification --values overrides.yaml',
    ],
    [
      { ...chart, do: 'save', yaml: '', sets: ['a=b c'], keep: true, began: 'v' },
      "system helm-override-update ptp-notification ptp-notification notification --reuse-values --set 'a=b c'",
    ],
    [
      { ...chart, do: 'clear', began: 'v' },
      'system helm-override-delete ptp-notification ptp-notification notification',
    ],
    [
      { ...chart, do: 'disable' },
      'system helm-chart-attribute-modify --enabled false ptp-notification ptp-notification notification',
    ],
  ])('%j', (call, command) => expect(overrideCli(call)).toBe(command));
});

describe('what needs an apply', () => {
  const line = (action: string, target: string, over: Partial<AuditLine> = {}): AuditLine => ({
    ...{ id: target + action, at: 1000, who: 'ingrid', domain: 'Default', project: 'admin', role: 'admin' },
    ...{ from: '10.0.0.7', cloud: 'c', action, target, outcome: 'ok', status: null, requestId: 'r' },
    ...{ durationMs: 1, details: { [APPLICATION_UPDATED]: 500 } },
    ...over,
  });
  const save = 'application-override.save';
  const chart = chartTarget({ application: 'snmp', chart: 'snmp', namespace: 'kube-system' });

  it('is what was changed last and not applied after, through this console', () => {
    const told = { application: 'snmp', chart: 'snmp', at: 1000, updatedWas: 500 };
    expect(unappliedChanges([line(save, chart)])).toEqual([told]);
    expect(unappliedChanges([line(save, chart), line('application.apply', 'snmp')])).toEqual([told]);
    expect(unappliedChanges([line('application.apply', 'snmp'), line(save, chart)])).toEqual([]);
    expect(unappliedChanges([line(save, chart, { outcome: 'refused' })])).toEqual([]);
    expect(
      unappliedChanges([line('application.apply', 'snmp', { outcome: 'refused' }), line(save, chart)]),
    ).toEqual([told]);
    expect(unappliedChanges([line('application-chart.disable', chart, { details: {} })])).toEqual([
      { ...told, updatedWas: null },
    ]);
  });

  it('is settled as soon as the platform has done anything with it', () => {
    const was = { updatedWas: 500 };
    expect(needsApply(was, { status: 'applied', updatedAt: 500 })).toBe(true);
    expect(needsApply(was, { status: 'applied', updatedAt: 600 })).toBe(false);
    expect(needsApply(was, { status: 'applying', updatedAt: 500 })).toBe(false);
    expect(needsApply(was, { status: 'uploaded', updatedAt: 500 })).toBe(false);
    expect(needsApply({ updatedWas: null }, { status: 'applied', updatedAt: 600 })).toBe(true);
  });
});

describe('the order of applying', () => {
  it('leaves out the words that are no names, as recorded', () => {
    expect(namesOnly(['unmanaged_apps', 'apps_with_cyclic_dependencies'])).toEqual([]);
    const order = namesOnly(['a', 'b', 'c', 'unmanaged_apps', 'apps_with_cyclic_dependencies']);
    expect(placeIn(order, 'b')).toEqual({ named: true, place: 2, of: 3, before: 'a', after: 'c' });
    expect(placeIn(order, 'x')).toEqual({ named: false, of: 3 });
  });

  it('is asked of the version that runs and those above it', () => {
    const versions = ['v1.34.1', 'v1.9.0', 'v1.32.2', 'v1.33.0'].map((version) => ({
      version,
      state: version === 'v1.32.2' ? 'active' : 'available',
    }));
    expect(fromActive(versions).map(({ version }) => version)).toEqual(['v1.32.2', 'v1.33.0', 'v1.34.1']);
  });
});
