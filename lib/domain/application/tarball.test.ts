import { describe, expect, it } from 'vitest';
import { rangeWords, runsOn } from './kubernetes-range';
import { metadataFaults, readTarball } from './metadata';
import { chartChanges, type TarballContents } from './tarball';
import { updateChecks, uploadChecks } from './tarball-checks';
import {
  addressVerdict,
  auditedTarfile,
  nameVerdict,
  pathVerdict,
  shownAddress,
  tarfileName,
} from './tarfile';
import { testApplication } from './test-application';

const METADATA = { app_name: 'a', app_version: '1.0-1', supported_k8s_version: { minimum: 'v1.29.0' } };

const contents = (over: Partial<TarballContents> = {}): TarballContents => ({
  files: new Set([
    'fluxcd-manifests/kustomization.yaml',
    'charts/cert-manager-1.15.3+STX.1.tgz',
    'charts/x.tgz',
  ]),
  directories: new Set(['fluxcd-manifests', 'fluxcd-manifests/base', 'charts']),
  metadata: METADATA,
  ...over,
});

describe('where a tarball lies', () => {
  it.each([
    ['a.tgz', true],
    ['a.tar.gz', true],
    ['a.tar', false],
    ['a.TGZ', false],
    ['tgz', false],
  ])('the name %s is taken: %s', (name, taken) => {
    expect(nameVerdict(name).ok).toBe(taken);
  });

  it.each([
    ['https://a.example/a', true],
    ['http://[::1]:8080/a.tgz', true],
    ['ftp://a.example/a.tgz', false],
    ['https://', false],
    ['a.example/a.tgz', false],
  ])('the address %s is taken: %s', (address, taken) => {
    expect(addressVerdict(address).ok).toBe(taken);
  });

  it.each([
    ['/scratch/a-1.0-1.tgz', true],
    ['scratch/a.tgz', false],
    ['/scratch/', false],
    ['/scratch/a.zip', false],
  ])('the path %s is taken: %s', (path, taken) => {
    expect(pathVerdict(path).ok).toBe(taken);
  });

  it('is shown without a password, and kept without who asks and what follows', () => {
    const address = 'https://me:secret@a.example:8080/x/a.tgz?token=1';
    expect(shownAddress(address)).toBe('https://me:<password>@a.example:8080/x/a.tgz?token=1');
    expect(auditedTarfile(address)).toBe('https://a.example:8080/x/a.tgz');
    expect(tarfileName(address)).toBe('a.tgz');
    expect(tarfileName('/scratch/b.tgz')).toBe('b.tgz');
  });
});

describe('a tarball', () => {
  it('tells what it is', () => {
    const { facts, faults } = readTarball(
      contents({
        metadata: {
          ...METADATA,
          disabled_charts: ['x'],
          maintain_user_overrides: 'yes',
          upgrades: { auto_update: 'no', update_failure_no_rollback: true },
          behavior: { platform_managed_app: 'y', desired_state: 'applied' },
          dependent_apps: [
            { name: 'b', version: '.*', action: 'error' },
            [
              { name: 'c', version: '1', action: 'warn' },
              { name: 'd', version: '2', action: 'warn' },
            ],
          ],
        },
      }),
    );
    expect(faults).toEqual([]);
    expect(facts).toMatchObject({
      ...{ name: 'a', version: '1.0-1', kubernetes: { minimum: 'v1.29.0', maximum: null } },
      ...{ autoUpdate: false, desiredState: 'applied', managed: true, noRecovery: true },
      ...{ keepsOverrides: true, keepsAttributes: false },
      charts: [
        { name: 'cert-manager', version: '1.15.3+STX.1', disabled: false },
        { name: 'x', version: null, disabled: true },
      ],
    });
    expect(facts.dependencies.map((choice) => choice.map(({ name }) => name))).toEqual([['b'], ['c', 'd']]);
  });

  it.each<[string, Partial<TarballContents>, RegExp]>([
    ['without a manifest', { files: new Set(['charts/x.tgz']) }, /no FluxCD manifest/],
    ['without its base', { directories: new Set(['fluxcd-manifests', 'charts']) }, /no FluxCD manifest/],
    [
      'without a chart',
      { files: new Set(['fluxcd-manifests/kustomization.yaml', 'charts/README']) },
      /no Helm chart/,
    ],
  ])('%s would be refused', (_, over, why) => {
    expect(readTarball(contents(over)).faults.map((fault) => fault.why)).toEqual([
      expect.stringMatching(why),
    ]);
  });

  it('needs no metadata, and then tells no name', () => {
    const { facts, faults } = readTarball(contents({ metadata: undefined }));
    expect(faults).toEqual([]);
    expect(facts).toMatchObject({ name: null, version: null });
  });
});

describe('metadata.yaml', () => {
  it.each<[unknown, RegExp]>([
    [null, /no map/],
    [{ ...METADATA, app_name: '' }, /no app_name/],
    [{ ...METADATA, app_version: 1.2 }, /app_version .* no text.*"1\.2"/],
    [{ app_name: 'a', app_version: '1' }, /does not tell supported_k8s_version\.minimum/],
    [{ ...METADATA, supported_k8s_version: { minimum: 1.29 } }, /minimum .* no version as text/],
    [{ ...METADATA, supported_k8s_version: { minimum: 'v1.29', maximum: 'new' } }, /maximum .* no version/],
    [{ ...METADATA, upgrades: { auto_update: 'perhaps' } }, /upgrades\.auto_update .* neither/],
    [{ ...METADATA, behavior: [] }, /behavior .* no map/],
    [{ ...METADATA, dependent_apps: {} }, /dependent_apps .* no list/],
  ])('%j would be refused', (metadata, why) => {
    expect(metadataFaults(metadata).map((fault) => fault.why)).toEqual([expect.stringMatching(why)]);
  });
});

describe('Kubernetes', () => {
  it.each([
    ['v1.29.0', null, 'v1.32.2', true],
    ['v1.33.0', null, 'v1.32.2', false],
    ['1.29.0', 'v1.32.2', 'v1.32.2', true],
    // As the platform compares: two parts are less than three.
    [null, 'v1.32', 'v1.32.2', false],
    ['v1.9.0', null, 'v1.32.2', true],
  ])('from %s to %s runs on %s: %s', (minimum, maximum, running, runs) => {
    expect(runsOn({ minimum, maximum }, running)).toBe(runs);
  });

  it('is told in words', () => {
    expect(rangeWords({ minimum: 'v1.29.0', maximum: null })).toBe('v1.29.0 or newer');
    expect(rangeWords({ minimum: null, maximum: null })).toBe('It does not say');
  });
});

describe('what the platform will say', () => {
  const { facts } = readTarball(contents());
  const applied = testApplication({ name: 'a', version: '1.0-0' });
  const outcomes = (checks: { id: string; outcome: string }[]) =>
    Object.fromEntries(checks.map(({ id, outcome }) => [id, outcome]));

  it('of an upload', () => {
    expect(outcomes(uploadChecks('a', facts, { applications: [], kubernetes: ['v1.32.2'] }))).toEqual({
      ...{ 'upload.name': 'pass', 'tarball.kubernetes': 'pass' },
    });
    const [there, old] = uploadChecks('a', facts, { applications: [applied], kubernetes: ['v1.28.4'] });
    expect(there).toMatchObject({ outcome: 'block', detail: expect.stringMatching(/update it/) });
    expect(old).toMatchObject({ outcome: 'warn', title: 'It does not run on Kubernetes v1.28.4' });
    expect(outcomes(uploadChecks('a', facts, { applications: undefined, kubernetes: undefined }))).toEqual({
      ...{ 'upload.name': 'unknown', 'tarball.kubernetes': 'unknown' },
    });
  });

  it('of an update', () => {
    const cloud = { applications: [applied], kubernetes: ['v1.32.2'] };
    const of = (version: string | null, name = 'a', read = true) =>
      outcomes(
        updateChecks({ application: { ...applied, name }, facts: read ? facts : null, version }, cloud),
      );
    expect(of(null)).toEqual({
      ...{ 'update.name': 'pass', 'update.version': 'pass', 'tarball.kubernetes': 'pass' },
    });
    expect(of(null, 'b')['update.name']).toBe('block');
    expect(of('1.0-0', 'a', false)).toEqual({ 'update.name': 'pass', 'update.version': 'block' });
    expect(of(null, 'a', false)['update.version']).toBe('unknown');
  });

  it('of charts', () => {
    expect(chartChanges(['x', 'y', 'y'], facts.charts)).toEqual({ added: ['cert-manager'], gone: ['y'] });
  });
});
