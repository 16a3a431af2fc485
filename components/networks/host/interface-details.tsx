'use client';
/** An interface in full: itself, what is below and on it, its addresses and routes. */
import { Facts, Part, Said } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import { withPrefix } from '@/lib/domain/network/address';
import { unreadPart } from '@/lib/domain/network/host-network';
import { type Interface, isOn } from '@/lib/domain/network/interface';
import { type DetailProps, More } from './detail-parts';
import { AddAddress, AddRoute, DeleteAddress, DeleteRoute } from './interface-changes';

type Props = DetailProps & { own: Interface };

export function InterfaceDetails({ own, model }: Props) {
  return (
    <>
      <Part title="Interface">
        <Facts>
          {factsOf(own).map(([term, value]) => (
            <KvRow key={term} term={term}>
              <Said>{value}</Said>
            </KvRow>
          ))}
          <KvRow term="Uses">{own.uses.length > 0 ? <Said>{own.uses.join(', ')}</Said> : 'None'}</KvRow>
          <KvRow term="Used by">
            {own.usedBy.length > 0 ? <Said>{own.usedBy.join(', ')}</Said> : 'None'}
          </KvRow>
        </Facts>
      </Part>
      <Assigned own={own} model={model} />
      <Addresses own={own} model={model} />
      <Part title="Routes">
        <More model={model} part="routes">
          {({ routes }) => {
            const mine = routes.filter((route) => isOn(route, own));
            return mine.length === 0 ? (
              <p className="text-ink-2">None.</p>
            ) : (
              <ul className="flex flex-col gap-1">
                {mine.map((row) => (
                  <li key={row.id} className="flex items-center gap-2">
                    <span className="mono min-w-0 flex-1 [overflow-wrap:anywhere]">
                      {withPrefix(row.network, row.prefix)} via {row.gateway ?? 'unknown'}
                      <span className="text-ink-3">, metric {row.metric ?? 'unknown'}</span>
                    </span>
                    <DeleteRoute own={own} model={model} row={row} />
                  </li>
                ))}
              </ul>
            );
          }}
        </More>
        <div className="mt-2">
          <AddRoute own={own} model={model} />
        </div>
      </Part>
    </>
  );
}

type Fact = readonly [string, string | number | null];
const fact = (term: string, value: string | number | null): Fact => [term, value];

/** What applies to its kind; a rate of null is no limit, and a mode of null is none that was set. */
function factsOf(own: Interface): Fact[] {
  const rate = (mbps: number | null) => (mbps === null || mbps === 0 ? 'No limit' : `${mbps} Mbit/s`);
  return [
    fact('Type', own.type),
    fact('Class', own.class ?? 'none'),
    fact('MAC', own.mac),
    fact('MTU', own.mtu),
    ...(own.type === 'vlan' ? [fact('VLAN ID', own.vlanId)] : []),
    ...(own.type === 'ae' ? bondFacts(own) : []),
    ...(own.vfCount === null && own.class !== 'pci-sriov' ? [] : vfFacts(own)),
    fact('IPv4 mode', own.ipv4Mode ?? 'Not set'),
    fact('IPv6 mode', own.ipv6Mode ?? 'Not set'),
    fact('Most sent', rate(own.maxTxRate)),
    fact('Most received', rate(own.maxRxRate)),
  ];
}

const bondFacts = (own: Interface): Fact[] => [
  fact('Mode', own.aeMode),
  ...(own.hashPolicy === null ? [] : [fact('Transmit hash policy', own.hashPolicy)]),
  ...(own.primaryReselect === null ? [] : [fact('Primary reselect', own.primaryReselect)]),
];

const vfFacts = (own: Interface): Fact[] => [
  fact('Virtual functions', own.vfCount),
  fact('VF driver', own.vfDriver),
];

function Unread({ message }: { message: string }) {
  return (
    <p className="text-unk-fg">
      Unknown. <span className="mono">{message}</span>
    </p>
  );
}

function Assigned({ own, model: { network, host } }: Pick<Props, 'own' | 'model'>) {
  const parts = (['networks', 'dataNetworks', 'timing'] as const).map((part) => unreadPart(network, part));
  const unread = parts.find((message) => message !== null);
  const timing = network.timing.filter(({ members }) =>
    members.some((member) => member.host === host.hostname && member.interface === own.name),
  );
  const all = [
    ...network.networks
      .filter((use) => isOn(use, own))
      .map((use) => [use.id, 'Platform network', use.name] as const),
    ...network.dataNetworks
      .filter((use) => isOn(use, own))
      .map((use) => [use.id, 'Data network', use.name] as const),
    ...timing.map((use) => [use.id, 'PTP', `${use.name} of ${use.instance ?? 'no instance'}`] as const),
  ];
  return (
    <Part title="Assigned to">
      {all.length > 0 ? (
        <Facts>
          {all.map(([id, term, name]) => (
            <KvRow key={`${term} ${id}`} term={term}>
              <Said>{name}</Said>
            </KvRow>
          ))}
        </Facts>
      ) : (
        unread === undefined && <p className="text-ink-2">Nothing.</p>
      )}
      {typeof unread === 'string' && <Unread message={unread} />}
    </Part>
  );
}

function Addresses({ own, model }: Pick<Props, 'own' | 'model'>) {
  const { network } = model;
  const unread = unreadPart(network, 'addresses');
  const mine = network.addresses.filter((address) => isOn(address, own));
  return (
    <Part title="Addresses">
      {unread !== null ? (
        <Unread message={unread} />
      ) : mine.length === 0 ? (
        <p className="text-ink-2">None.</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {mine.map((row) => (
            <li key={row.id} className="flex items-center gap-2">
              <span className="min-w-0 flex-1">
                <Said>{withPrefix(row.address, row.prefix)}</Said>
                <span className="text-small text-ink-3">
                  {' '}
                  {row.poolId === null ? 'typed in' : 'from a pool'}
                  {row.duplicateDetection === true && ', with duplicate address detection'}
                </span>
              </span>
              <DeleteAddress own={own} model={model} row={row} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-2">
        <AddAddress own={own} model={model} />
      </div>
    </Part>
  );
}
