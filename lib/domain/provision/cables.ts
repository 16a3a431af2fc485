/**
 * What each cable of a new host leads to, for who stands beside it: LLDP as its ports hear it, and the same port of the host
 * it is compared with. There is no plan to hold it against: that a like host has it otherwise is worth a look, not a fault.
 */
import type { HostNetwork } from '../network/host-network';
import { deviceOf, farEnd, isAt, isSwitch, type Neighbour } from '../network/lldp';
import { observationsOf } from '../network/observations';
import { type Port, speedWord } from '../network/port';
import { portKey, stackOf } from '../network/stack';

export type Cable = {
  port: string;
  /** `25G`; null without a link. */
  speed: string | null;
  /** like: as on the host it is compared with. other: otherwise. silent: a link, and nothing heard. unread: not known. */
  state: 'like' | 'other' | 'heard' | 'silent' | 'no-link' | 'unread';
  /** A sentence. */
  words: string;
  bootsFrom: boolean;
};

const endWords = (one: Neighbour): string => {
  const { name, port } = farEnd(one);
  return port === null ? name : `${name} ${port}`;
};

/** @param host hostname @param peer hostname of the host that it is compared with; null: there is none */
export function cablesOf(network: HostNetwork, host: string, peer: string | null): Cable[] {
  const unread = network.unread.some(({ part }) => part === 'neighbours');
  const observed = observationsOf(network, host, peer);
  return stackOf(network, host).ports.map((port): Cable => {
    const about = {
      port: port.name,
      speed: port.speedMbps === null ? null : speedWord(port.speedMbps),
      bootsFrom: port.bootsFrom,
    };
    if (unread) return { ...about, state: 'unread', words: 'What it hears could not be read.' };
    const odd = observed.find(({ at }) => at === portKey(port.name));
    return { ...about, ...cableAt(port, network, peer, odd && `${odd.what} ${odd.why}`) };
  });
}

function cableAt(
  port: Port,
  { neighbours, peerNeighbours }: HostNetwork,
  peer: string | null,
  odd: string | undefined,
): Pick<Cable, 'state' | 'words'> {
  const heard = neighbours.filter((one) => isAt(one, port));
  const one = heard.find(({ tlvs }) => isSwitch(tlvs)) ?? heard[0];
  if (odd) return { state: 'other', words: one ? `${endWords(one)}. ${odd}` : odd };
  if (one) {
    const there = peer === null ? undefined : peerNeighbours.find((other) => other.port === port.name);
    const like = there !== undefined && deviceOf(there) !== null && deviceOf(there) === deviceOf(one);
    return like
      ? { state: 'like', words: `${endWords(one)}, the same device as on ${peer}.` }
      : { state: 'heard', words: `${endWords(one)}.` };
  }
  return port.speedMbps === null
    ? { state: 'no-link', words: 'No link.' }
    : { state: 'silent', words: 'Link is up, nothing heard by LLDP. The far end may not send it.' };
}

/** `5 of 6 ports hear a neighbour`. */
export function cablesSentence(cables: readonly Cable[]): string {
  if (cables.length === 0) return 'The platform lists no ports of this host.';
  const heard = cables.filter(
    ({ state }) => state === 'like' || state === 'heard' || state === 'other',
  ).length;
  const odd = cables.filter(({ state }) => state === 'other').length;
  const first = `${heard} of ${cables.length} ports hear a neighbour.`;
  return odd === 0 ? first : `${first} ${odd === 1 ? 'One is' : `${odd} are`} worth a look.`;
}
