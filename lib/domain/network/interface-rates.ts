/** Limits of traffic (sysinv interface.py). */
import type { Interface } from './interface';
import { above, type InterfaceFacts, interfaceNamed, portOf } from './interface-facts';
import type { InterfaceForm } from './interface-form';

/** VFs together have this part of a port's speed; the rest is the host's. */
const FOR_VFS = 0.9;
const INTERNAL: readonly string[] = ['pxeboot', 'cluster-host', 'cluster-pod', 'cluster-service'];

export function rateFault(
  field: 'maxTxRate' | 'maxRxRate',
  form: InterfaceForm,
  facts: InterfaceFacts,
  own: Interface | undefined,
): string | null {
  const typed = form[field].trim();
  if (typed === '') return null;
  if (!/^\d{1,9}$/.test(typed)) return 'A whole number of Mbit/s; 0 is no limit';
  if (Number(typed) === 0) return null;
  if (form.type === 'vf') return vfRateFault(Number(typed), form, facts, own);
  const types = facts.choices.networks
    .filter(({ name }) => form.networks.includes(name))
    .map(({ type }) => type);
  if (types.some((type) => INTERNAL.includes(type))) return 'Rates are not limited on internal networks';
  const alone = facts.system !== null && facts.system.distributedCloudRole === null;
  return types.includes('mgmt') && alone
    ? 'On network mgmt rates are limited in distributed clouds only'
    : null;
}

function vfRateFault(rate: number, form: InterfaceForm, facts: InterfaceFacts, own: Interface | undefined) {
  const lower = interfaceNamed(facts, form.uses[0] ?? '');
  const port = lower && portOf(facts, lower);
  if (!port) return null;
  if (port.speedMbps === null) return `The speed of port ${port.name} is not known: is it cabled?`;
  const others = above(facts, lower.name)
    .filter(({ type, id }) => type === 'vf' && id !== own?.id)
    .reduce((sum, { maxTxRate, vfCount }) => sum + (maxTxRate ?? 0) * (vfCount ?? 0), 0);
  const left = Math.floor(port.speedMbps * FOR_VFS) - others;
  return rate * (Number(form.vfCount) || 0) > left
    ? `All its VFs together: at most ${left} Mbit/s, which port ${port.name} has left`
    : null;
}
