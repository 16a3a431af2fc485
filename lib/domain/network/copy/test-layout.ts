/** Hosts to copy from and to, as tests need them: the host of the board, and one that was just installed. */
import { testHost } from '../../test-facts';
import { editFacts } from '../test-interface-facts';
import { boardNetwork, testInterface } from '../test-network';
import type { LayoutFacts } from './layout';

/** The board's host, as the source of a copy. */
export const sourceFacts = (more: Partial<LayoutFacts> = {}): LayoutFacts => ({
  ...editFacts({ host: testHost({ id: 'source', hostname: 'worker-2' }) }),
  neighbours: boardNetwork().neighbours,
  ...more,
});

/** The same ports, with nothing on them but the way to the platform over the first. Ids are of its own. */
export function bareFacts(more: Partial<LayoutFacts> = {}): LayoutFacts {
  const full = sourceFacts();
  const own = (id: string) => `b-${id}`;
  const uses = (name: string, network: string) => ({
    ...{ id: own(network), interfaceId: own(`i-${name}`), interface: name, name: network, type: network },
  });
  return {
    ...full,
    host: testHost({ id: 'bare', hostname: 'worker-9', administrative: 'locked' }),
    ports: full.ports.map((port) => ({
      ...{ ...port, id: own(port.id), interfaceId: own(`i-${portInterface(port.name)}`) },
    })),
    interfaces: [
      testInterface('pxeboot0', { id: own('i-pxeboot0'), class: 'platform' }),
      ...['enp24s0f0', 'enp24s0f1', 'enp81s0f0', 'enp81s0f1', 'enp81s0f2'].map((name) =>
        testInterface(name, { id: own(`i-${name}`) }),
      ),
    ],
    networks: [uses('pxeboot0', 'pxeboot')],
    ...{ dataNetworks: [], addresses: [], routes: [] },
    neighbours: full.neighbours.map((one) => ({
      ...{ ...one, id: own(one.id), portId: one.portId === null ? null : own(one.portId) },
    })),
    ...more,
  };
}

const portInterface = (port: string): string => (port === 'eno1' ? 'pxeboot0' : port);
