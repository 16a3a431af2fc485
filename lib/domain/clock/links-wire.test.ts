import { expect, it } from 'vitest';
import { applyPatch, patchOf } from '../row-patch';
import { expandLinks, packLinks } from './links-wire';
import type { PtpLinks } from './ptp-config';
import { testNeighbour, testPort } from './test-clocks';

/** As a fleet is cabled: two ports a host, each on a switch of its rack. */
function cabling(hosts: number): PtpLinks {
  const names = Array.from({ length: hosts }, (_, n) => ({ host: `worker-${n}`, leaf: `leaf-${n % 100}` }));
  const cards = ['enp24s0f0', 'enp94s0f0'];
  return {
    ports: names.flatMap(({ host }) => cards.map((card) => testPort(`${host}/data-${card}/${card}`))),
    neighbours: names.flatMap(({ host, leaf }, n) =>
      cards.map((card) => ({
        ...testNeighbour(`${host}/${card}`, `${leaf}/Ethernet1${n % 20}`),
        remotePortDescription: `${host} ${card}`,
      })),
    ),
    unreadable: [],
  };
}

it('gives back what was packed, what nobody says included, and the same object for the same wire', () => {
  const links: PtpLinks = {
    ports: [{ ...testPort('worker-0/data0/eth0'), driver: null }, testPort('worker-1/data0/eth0')],
    neighbours: [
      { ...testNeighbour('worker-0/eth0', 'leaf/1'), chassisId: null, remotePortDescription: null },
      { ...testNeighbour('worker-2/eth9', 'worker-0/eth0'), port: null, systemName: null },
    ],
    unreadable: [{ kind: 'port', id: 'u', name: 'eth1', why: 'host_uuid: Required' }],
  };
  const wire = packLinks(links);
  expect(expandLinks(wire)).toEqual(links);
  expect(expandLinks(wire)).toBe(expandLinks(wire));
  expect(expandLinks(packLinks(cabling(50)))).toEqual(cabling(50));
});

it('is small for a thousand hosts, and a patch for one that was cabled anew', () => {
  const before = packLinks(cabling(1_000));
  expect(JSON.stringify(before).length).toBeLessThan(200_000);
  const moved = cabling(1_000);
  const after = packLinks({
    ...moved,
    neighbours: moved.neighbours.map((one, n) => (n === 500 ? { ...one, remotePort: 'Ethernet10' } : one)),
  });
  const patch = patchOf('v1', before, after);
  expect(patch?.lists.hosts?.came).toHaveLength(1);
  expect(patch && applyPatch(before, patch)).toEqual(after);
});
