/**
 * phc2sys HA: with `ha_enabled` phc2sys follows the best of several ptp4l instances, and the next one when that fails
 * (StarlingX PTP instances, service phc2sys). One of them without a grandmaster costs redundancy, and not the time.
 */
import { isBroken } from './chain';
import type { Claim } from './claim';
import { type HostPtp, instancesOf } from './host-ptp';
import { parameterOf } from './ptp-config';

/**
 * Is the claim about a ptp4l that carries no time, beside another one that phc2sys can follow? Not when phc2sys itself
 * says that it has no source.
 * @param all claims of the host
 */
export function hasFailedOver(claim: Claim, all: readonly Claim[], ptp: HostPtp): boolean {
  if (claim.kind !== 'ptp4l' || claim.instance === null || !isBroken(claim.state)) return false;
  const ha = instancesOf(ptp, 'phc2sys').filter((one) => parameterOf(one, 'ha_enabled') === '1');
  if (ha.length === 0) return false;
  const lost = all.filter(({ state }) => isBroken(state));
  const isLost = (kind: Claim['kind'], name: string) =>
    lost.some((one) => one.kind === kind && one.instance === name);
  if (ha.some(({ name }) => isLost('phc2sys', name))) return false;
  return instancesOf(ptp, 'ptp4l').some(({ name }) => name !== claim.instance && !isLost('ptp4l', name));
}
