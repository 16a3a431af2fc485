/** Interfaces of a host as sysinv really answered, and rows with holes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { decodeHostInterfaces } from './host-interfaces';

const FILE = 'get-166-get-ihosts-9ff0fedc-2d10-59f2-85eb-c654338459e9-iinterfaces.json';
const recording = z.object({ body: z.object({ iinterfaces: z.array(z.unknown()) }) });

it('reads them as recorded', () => {
  const path = join(import.meta.dirname, '../../../simulator/recordings/sysinv', FILE);
  const { rows, unreadable } = decodeHostInterfaces(
    recording.parse(JSON.parse(readFileSync(path, 'utf8'))).body.iinterfaces,
  );
  expect(unreadable).toEqual([]);
  expect(rows).toContainEqual({
    ...{ id: '3aafa826-2b84-5fd9-a4c7-fc186099d8e6', name: 'data0' },
    ...{ type: 'ethernet', class: 'data' },
  });
});

it('keeps what is there of an odd row, and lists one without a name', () => {
  const { rows, unreadable } = decodeHostInterfaces([
    { uuid: 'u', ifname: 'lo', iftype: 'virtual', ifclass: 'none' },
    { uuid: 'v', ifname: 'eth9' },
    { uuid: 'w', ifname: null },
  ]);
  expect(rows).toEqual([
    { id: 'u', name: 'lo', type: 'virtual', class: null },
    { id: 'v', name: 'eth9', type: null, class: null },
  ]);
  expect(unreadable).toHaveLength(1);
});
