import { expect, it } from 'vitest';
import { cloudKind } from './system';
import { testSystem } from './test-facts';

it.each([
  [{}, 'Standard'],
  [{ type: 'All-in-one', mode: 'simplex' }, 'All-in-one simplex'],
  [{ type: 'All-in-one', mode: 'duplex-direct' }, 'All-in-one duplex'],
  [{ distributedCloudRole: 'systemcontroller' }, 'System controller'],
  [{ distributedCloudRole: 'subcloud', type: 'All-in-one', mode: 'simplex' }, 'Subcloud'],
  [{ type: null }, 'Unknown kind'],
])('%o is a %s', (changes, kind) => expect(cloudKind(testSystem(changes))).toBe(kind));
