'use client';
/** A port in full: itself, its virtual functions, who it hears, what it sends. */
import { Facts, Part, Said, Way } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import { unreadPart } from '@/lib/domain/network/host-network';
import { farEnd, isAt } from '@/lib/domain/network/lldp';
import type { Port } from '@/lib/domain/network/port';
import { formatQuantity } from '@/lib/format/number';
import { type DetailProps, More, TlvFacts } from './detail-parts';

export function PortDetails({ port, model, onOpen }: DetailProps & { port: Port }) {
  const { network } = model;
  const own = network.interfaces.find(({ id }) => id === port.interfaceId);
  return (
    <>
      <Part title="Port">
        <Facts>
          <KvRow term="Speed">
            {port.speedMbps === null ? (
              <span className="text-unk-fg">Unknown: no carrier, or the port is down</span>
            ) : (
              <span className="mono">{formatQuantity(port.speedMbps)} Mbit/s</span>
            )}
          </KvRow>
          <KvRow term="Link">
            {port.speedMbps === null ? 'No speed was read' : 'Up when it was inventoried'}
          </KvRow>
          <KvRow term="MTU">
            <Said>{port.mtu}</Said>
          </KvRow>
          <KvRow term="MAC">
            <Said>{port.mac}</Said>
          </KvRow>
          {port.displayName && (
            <KvRow term="Display name">
              <Said>{port.displayName}</Said>
            </KvRow>
          )}
          <KvRow term="Interface">
            {own ? (
              <Said>{own.name}</Said>
            ) : port.interfaceId === null ? (
              'None'
            ) : (
              <span className="text-unk-fg">Not among the interfaces</span>
            )}
          </KvRow>
          <KvRow term="Auto-negotiation">
            <Said>{port.autoNegotiation}</Said>
          </KvRow>
          <KvRow term="Duplex">
            <Said>{port.duplex}</Said>
          </KvRow>
          <KvRow term="Link mode">
            <Said>{port.linkMode}</Said>
          </KvRow>
          <KvRow term="Boots from network">{port.bootsFrom ? 'Yes' : 'No'}</KvRow>
        </Facts>
      </Part>
      <Hardware port={port} />
      <VirtualFunctions port={port} />
      <Neighbours port={port} model={model} onOpen={onOpen} />
      <Part title="What this port sends">
        <More model={model} part="agents">
          {({ agents }) => {
            const agent = agents.find((one) => isAt(one, port));
            return agent ? (
              <>
                <Facts>
                  <KvRow term="Agent">
                    <Said>{agent.status}</Said>
                  </KvRow>
                </Facts>
                <TlvFacts tlvs={agent.tlvs} />
              </>
            ) : (
              <p className="text-ink-2">No LLDP agent runs on it.</p>
            );
          }}
        </More>
      </Part>
    </>
  );
}

function Hardware({ port }: { port: Port }) {
  const facts: [string, string | number | null][] = [
    ['Driver', port.driver],
    ['NUMA node', port.numaNode],
    ['PCI address', port.pciAddress],
    ['PCI device number', port.deviceNumber],
    ['Class', port.deviceClass],
    ['Vendor', port.vendor],
    ['Device', port.device],
    ['Subsystem vendor', port.subVendor],
    ['Subsystem device', port.subDevice],
  ];
  return (
    <Part title="Hardware">
      <Facts>
        {facts.map(([term, value]) => (
          <KvRow key={term} term={term}>
            <Said>{value}</Said>
          </KvRow>
        ))}
        <KvRow term="DPDK">
          {port.dpdk === null ? <Said>{null}</Said> : port.dpdk ? 'Supported' : 'Not supported'}
        </KvRow>
        <KvRow term="Channels">
          <Share used={port.channels} of={port.maxChannels} />
        </KvRow>
        {port.capabilities.map((capability) => (
          <KvRow key={capability} term="Capability">
            <Said>{capability}</Said>
          </KvRow>
        ))}
      </Facts>
    </Part>
  );
}

function Share({ used, of }: { used: number | null; of: number | null }) {
  return <Said>{used === null ? null : of === null ? used : `${used} of ${of}`}</Said>;
}

function VirtualFunctions({ port: { vfs } }: { port: Port }) {
  if (vfs.total === 0) {
    return (
      <Part title="SR-IOV">
        <p className="text-ink-2">Not supported.</p>
      </Part>
    );
  }
  return (
    <Part title="SR-IOV">
      <Facts>
        <KvRow term="Virtual functions">
          <Share used={vfs.configured} of={vfs.total} />
        </KvRow>
        <KvRow term="Driver">{vfs.configured ? <Said>{vfs.driver}</Said> : 'Not applicable'}</KvRow>
        <KvRow term="Device ID">
          <Said>{vfs.deviceId}</Said>
        </KvRow>
        <KvRow term="Channels each">
          <Share used={vfs.channels} of={vfs.maxChannels} />
        </KvRow>
        <KvRow term="PCI addresses">
          {vfs.pciAddresses.length === 0 ? (
            'None'
          ) : (
            <span className="mono flex flex-col">
              {vfs.pciAddresses.map((address) => (
                <span key={address}>{address}</span>
              ))}
            </span>
          )}
        </KvRow>
      </Facts>
    </Part>
  );
}

function Neighbours({ port, model: { network }, onOpen }: DetailProps & { port: Port }) {
  const heard = network.neighbours.filter((one) => isAt(one, port));
  const unread = unreadPart(network, 'neighbours');
  return (
    <Part title="LLDP neighbour">
      {unread !== null ? (
        <p className="text-unk-fg">
          Unknown. <span className="mono">{unread}</span>
        </p>
      ) : heard.length === 0 ? (
        <p className="text-ink-2">No neighbour heard on this port.</p>
      ) : (
        heard.map((one, n) => (
          <div key={one.id} className="mb-2">
            <p className="mb-1">
              <Way to={n === 0 ? `lldp:${port.name}` : `lldp:${port.name}#${n + 1}`} onOpen={onOpen}>
                {farEnd(one).name}
              </Way>
              {farEnd(one).direct && <span className="text-ink-3"> direct, without a switch between</span>}
            </p>
            <TlvFacts tlvs={one.tlvs} />
          </div>
        ))
      )}
    </Part>
  );
}
