import { expect, it } from 'vitest';
import { testInterface, testNeighbour, testNetwork, testPort } from '../network/test-network';
import { cablesOf, cablesSentence } from './cables';

const network = testNetwork({
  ports: [
    testPort('eno1', { bootsFrom: true, speedMbps: 1000 }),
    testPort('enp1'),
    testPort('enp2'),
    testPort('enp3'),
    testPort('enp4', { speedMbps: null }),
  ],
  interfaces: [testInterface('enp1', { class: 'data' })],
  neighbours: [
    testNeighbour('eno1', 'leaf-1'),
    testNeighbour('enp1', 'leaf-1'),
    testNeighbour('enp2', 'leaf-2'),
  ],
  peerNeighbours: [testNeighbour('eno1', 'leaf-1'), testNeighbour('enp1', 'leaf-2')],
});

it('says of each port what it hears, and how the same port of a like host has it', () => {
  const cables = cablesOf(network, 'worker-2', 'worker-1');
  expect(cables.map(({ port, speed, state }) => [port, speed, state])).toEqual([
    ['eno1', '1G', 'like'],
    ['enp1', '25G', 'other'],
    ['enp2', '25G', 'heard'],
    ['enp3', '25G', 'silent'],
    ['enp4', null, 'no-link'],
  ]);
  expect(cables[0]).toMatchObject({
    bootsFrom: true,
    words: expect.stringMatching(/^leaf-1 .*same device as on worker-1/),
  });
  expect(cables[1]?.words).toMatch(/^leaf-1 .*On worker-1, enp1 hears leaf-2/);
  expect(cablesSentence(cables)).toBe('3 of 5 ports hear a neighbour. One is worth a look.');
});

it('without a like host says what is heard, and without the neighbours that they are not known', () => {
  expect(cablesOf(network, 'worker-2', null).map(({ state }) => state)).toEqual([
    ...['heard', 'heard', 'heard', 'silent', 'no-link'],
  ]);
  const unread = {
    ...network,
    neighbours: [],
    unread: [{ part: 'neighbours' as const, message: 'HTTP 500' }],
  };
  expect(new Set(cablesOf(unread, 'worker-2', 'worker-1').map(({ state }) => state))).toEqual(
    new Set(['unread']),
  );
  expect(cablesSentence([])).toMatch(/lists no ports/);
});
