import { describe, expect, it } from 'vitest';
import { imageOf } from './image';
import { callCli, callTitle, mayCall, nameToType, type RegistryCall } from './registry-calls';
import { deleteTagVerdict } from './registry-rules';
import { registrySteps } from './registry-steps';

const DELETE = {
  do: 'delete-tag',
  image: 'quay.io/calico/node',
  tag: 'v3.29.1',
} as const satisfies RegistryCall;
const GARBAGE = { do: 'collect-garbage' } as const satisfies RegistryCall;
const viewer = (role: string) => ({
  ...{ userName: 'u', domainName: 'Default', projectName: 'admin', roles: [role] },
});

it.each([
  ['docker.io/library/busybox', 'docker.io'],
  ['registry.local:9001/a/b', 'registry.local:9001'],
  ['localhost/a', 'localhost'],
  ['starlingx/stx-platformclients', null],
  ['busybox', null],
])('%s is from %s', (name, from) => {
  expect(imageOf(name)).toEqual({ name, from });
});

describe('a call', () => {
  it('has its words and its command', () => {
    expect([DELETE, GARBAGE].map((call) => [callTitle(call), callCli(call), nameToType(call)])).toEqual([
      [
        'Delete quay.io/calico/node:v3.29.1',
        'system registry-image-delete quay.io/calico/node:v3.29.1',
        'v3.29.1',
      ],
      ['Collect garbage of the registry', 'system registry-garbage-collect', null],
    ]);
  });

  it.each([
    ['reader', false, false],
    ['operator', false, true],
    ['configurator', true, true],
    ['admin', true, true],
  ])('by a %s', (role, deletes, collects) => {
    expect(mayCall(viewer(role), DELETE).ok).toBe(deletes);
    expect(mayCall(viewer(role), GARBAGE).ok).toBe(collects);
  });

  it('needs a name with one colon', () => {
    expect(deleteTagVerdict('a/b', '1').ok).toBe(true);
    expect(deleteTagVerdict('registry.local:9001/a', '1')).toMatchObject({
      ...{ ok: false, cite: 'sysinv registry_image.py delete' },
    });
  });
});

describe('what is still to be done', () => {
  const { remaining, after: left } = registrySteps;
  const state = (...tags: string[]) => ({ [DELETE.image]: tags });

  it.each([
    ['the tag is there', state('v3.29.1', 'v3.28.0'), true],
    ['others are there without it', state('v3.28.0'), false],
    // The platform says so too when its registry refuses to tell.
    ['nothing is listed', state(), true],
    ['nothing was read', {}, true],
  ])('when %s', (_, before, sent) => {
    expect(remaining(DELETE, before) !== null).toBe(sent);
  });

  it('afterwards the tag is gone, and of collecting garbage nothing is seen', () => {
    const before = state('v3.29.1', 'v3.28.0');
    expect(left(DELETE, before)).toEqual(state('v3.28.0'));
    expect(left(GARBAGE, before)).toBe(before);
    expect(remaining(GARBAGE, before)).toBe(GARBAGE);
  });
});
