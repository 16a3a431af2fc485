/**
 * A form as calls, in an order that loses nothing: what the platform may refuse comes before what takes something away,
 * and what a change would take along unasked is taken away before by calls of its own, which can be undone.
 */
import { familyOf } from './address';
import { type Interface, isOn } from './interface';
import { differing, fieldsOf, type InterfaceState } from './interface-call-effect';
import { fieldsIn, type InterfaceCall, type InterfaceFields } from './interface-calls';
import { formOf, type InterfaceForm, shownFields } from './interface-form';

/** What a form says, of the fields that it shows. */
export function typedFields(form: InterfaceForm): InterfaceFields {
  const shown = new Set(shownFields(form));
  const figure = (text: string) => Number(text.trim() || 0);
  const text = (word: string) => (word === '' ? null : word);
  return {
    name: form.name.trim(),
    class: form.class === 'none' ? null : form.class,
    mtu: figure(form.mtu),
    ...(shown.has('uses') ? { uses: form.uses } : {}),
    ...(shown.has('vlanId') ? { vlanId: figure(form.vlanId) } : {}),
    ...(shown.has('aeMode') ? { aeMode: form.aeMode } : {}),
    ...(shown.has('hashPolicy') ? { hashPolicy: text(form.hashPolicy) } : {}),
    ...(shown.has('primaryReselect') ? { primaryReselect: text(form.primaryReselect) } : {}),
    ...(shown.has('vfCount') ? { vfCount: figure(form.vfCount), vfDriver: text(form.vfDriver) } : {}),
    ...(shown.has('ipv4Mode') ? { ipv4Mode: text(form.ipv4Mode) } : {}),
    ...(shown.has('ipv6Mode') ? { ipv6Mode: text(form.ipv6Mode) } : {}),
    ...(shown.has('ipv4Pool') ? { ipv4Pool: text(form.ipv4Pool) } : {}),
    ...(shown.has('ipv6Pool') ? { ipv6Pool: text(form.ipv6Pool) } : {}),
    ...(shown.has('maxTxRate') ? { maxTxRate: figure(form.maxTxRate) } : {}),
    ...(shown.has('maxRxRate') ? { maxRxRate: figure(form.maxRxRate) } : {}),
  };
}

/** What a request that makes an interface leaves out: what the platform has by itself. */
function said(fields: InterfaceFields): InterfaceFields {
  const entries = Object.entries(fields).filter(
    ([key, value]) => key !== 'name' && value !== null && !(key.startsWith('max') && value === 0),
  );
  return Object.fromEntries(entries);
}

export function createPlan(form: InterfaceForm): InterfaceCall[] {
  const name = form.name.trim();
  return [
    { do: 'interface.create', name, type: form.type, fields: said(typedFields(form)) },
    ...form.networks.map((network): InterfaceCall => ({ do: 'network.assign', interface: name, network })),
    ...form.dataNetworks.map(
      (network): InterfaceCall => ({ do: 'data-network.assign', interface: name, network }),
    ),
  ];
}

/**
 * @param form as it is now
 * @param own the interface as it was when the form was opened
 * @param before the form as it was then: what others have put on the interface since is not taken off
 */
export function editPlan(
  form: InterfaceForm,
  own: Interface,
  state: InterfaceState,
  before: InterfaceForm | null = formOf(own, state),
): InterfaceCall[] {
  if (!before) return [];
  const to = differing(typedFields(form), fieldsOf(own));
  const after = to.name ?? own.name;
  const change: InterfaceCall[] =
    fieldsIn(to).length > 0 ? [{ do: 'interface.change', name: own.name, to }] : [];
  const [gone, added] = [assignments(before, form, 'remove'), assignments(form, before, 'assign')];
  const on = (calls: readonly Assignment[], name: string): InterfaceCall[] =>
    calls.map((call) => ({ ...call, interface: name }));
  const addressing = lostAddressing(form, own, state);
  if (change.length > 0 && needsRoom(to, own)) {
    return [...addressing, ...on(gone, own.name), ...change, ...on(added, after)];
  }
  // Network pxeboot shares an interface with no other: what is there goes first.
  const alone = state.choices.networks.filter(({ type }) => type === 'pxeboot').map(({ name }) => name);
  const first = [...gone, ...added].some(({ network }) => alone.includes(network));
  const swapped = first
    ? [...on(gone, after), ...on(added, after)]
    : [...on(added, after), ...on(gone, after)];
  return [...addressing, ...change, ...swapped];
}

type Assignment = {
  do: 'network.assign' | 'network.remove' | 'data-network.assign' | 'data-network.remove';
  network: string;
};

/** What one form has and the other has not. */
function assignments(has: InterfaceForm, lacks: InterfaceForm, verb: 'assign' | 'remove'): Assignment[] {
  const missing = (key: 'networks' | 'dataNetworks') => has[key].filter((name) => !lacks[key].includes(name));
  return [
    ...missing('networks').map((network): Assignment => ({ do: `network.${verb}`, network })),
    ...missing('dataNetworks').map((network): Assignment => ({ do: `data-network.${verb}`, network })),
  ];
}

/** Is the change judged by the networks that are on the interface? Then those that go have to be gone before. */
const needsRoom = (to: InterfaceFields, own: Interface): boolean =>
  to.class !== undefined ||
  to.aeMode !== undefined ||
  to.maxTxRate !== undefined ||
  to.maxRxRate !== undefined ||
  (to.mtu !== undefined && to.mtu < (own.mtu ?? 0));

/** Addresses that were typed in, and routes, of families whose mode stays static no longer: the platform would drop or refuse. */
function lostAddressing(form: InterfaceForm, own: Interface, state: InterfaceState): InterfaceCall[] {
  const unclassed = form.class !== 'platform' && form.class !== 'data';
  const lost = (family: 4 | 6 | null): boolean => {
    const [before, now] =
      family === 4
        ? [own.ipv4Mode, form.ipv4Mode]
        : family === 6
          ? [own.ipv6Mode, form.ipv6Mode]
          : [null, ''];
    return unclassed || (before !== null && before !== (now || null));
  };
  const routes = state.routes.filter((row) => isOn(row, own) && lost(familyOf(row.network)));
  const addresses = state.addresses.filter(
    (row) => isOn(row, own) && row.poolId === null && lost(familyOf(row.address)),
  );
  return [
    ...routes.flatMap(({ network, prefix, gateway, metric }): InterfaceCall[] =>
      prefix === null || gateway === null
        ? []
        : [{ do: 'route.delete', interface: own.name, network, prefix, gateway, metric: metric ?? 1 }],
    ),
    ...addresses.flatMap(({ address, prefix }): InterfaceCall[] =>
      prefix === null ? [] : [{ do: 'address.delete', interface: own.name, address, prefix }],
    ),
  ];
}
