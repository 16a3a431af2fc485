/** What of an interface is compared, in words. */
import { FIELD_WORDS, type InterfaceFields } from '../interface-calls';
import type { InterfaceField, InterfaceForm } from '../interface-form';

/** Fields that are compared one by one, in the order in which one leans on another. */
export const COMPARED = [
  ...['name', 'class', 'uses', 'vlanId', 'aeMode', 'hashPolicy', 'primaryReselect', 'vfCount'],
  ...['vfDriver', 'mtu', 'ipv4Mode', 'ipv4Pool', 'ipv6Mode', 'ipv6Pool', 'maxTxRate', 'maxRxRate'],
] as const satisfies readonly (InterfaceField & keyof InterfaceFields)[];
export type Compared = (typeof COMPARED)[number];

/** "Hash policy". */
export const fieldWords = (field: Compared): string =>
  FIELD_WORDS[field].replace(/^[a-z](?=[a-z])/, (letter) => letter.toUpperCase());

export type PoolNames = readonly { id: string; name: string }[];

/** A value as a person reads it; null: not set. */
export function valueWords(form: InterfaceForm, field: Compared, pools: PoolNames): string | null {
  const value = form[field];
  const text = typeof value === 'string' ? value : value.join(', ');
  if (field === 'ipv4Pool' || field === 'ipv6Pool')
    return pools.find(({ id }) => id === text)?.name ?? (text || null);
  if (text === '' && (field === 'maxTxRate' || field === 'maxRxRate')) return 'no limit';
  if (field === 'maxTxRate' || field === 'maxRxRate') return `${text} Mbit/s`;
  return text === '' ? null : text;
}

/** Are two values the same? The order of what is below says nothing. */
export const sameValue = (one: InterfaceForm, other: InterfaceForm, field: Compared): boolean => {
  const text = ({ [field]: value }: InterfaceForm) =>
    typeof value === 'string' ? value : value.toSorted().join();
  return text(one) === text(other);
};

/** "VLAN 300 over pxeboot0, platform, MTU 9000". */
export function formWords(form: InterfaceForm): string {
  const { type, uses, class: word, aeMode, hashPolicy, vfCount, vfDriver, ipv4Mode, ipv6Mode } = form;
  const kind =
    type === 'vlan'
      ? `VLAN ${form.vlanId}`
      : type === 'ae'
        ? `Bond, ${[aeMode, hashPolicy].filter(Boolean).join(', ')}`
        : `${vfCount} virtual functions`;
  return [
    `${kind} over ${uses.join(', ')}`,
    word === 'none' ? null : word,
    vfDriver || null,
    `MTU ${form.mtu}`,
    ipv4Mode === '' || ipv4Mode === 'disabled' ? null : `IPv4 ${ipv4Mode}`,
    ipv6Mode === '' || ipv6Mode === 'disabled' ? null : `IPv6 ${ipv6Mode}`,
    form.maxTxRate === '' ? null : `at most ${form.maxTxRate} Mbit/s sent`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
