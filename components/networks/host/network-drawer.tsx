'use client';
/** One box of the lanes in full. Fetched when the first is opened. */
import Link from 'next/link';
import { DetailDrawer, Part, Way } from '@/components/ui/details';
import { Note } from '@/components/ui/note';
import type { LaneNode } from '@/lib/domain/network/lanes';
import { farEnd, isAt } from '@/lib/domain/network/lldp';
import { type DetailProps, TlvFacts } from './detail-parts';
import { InterfaceChanges } from './interface-changes';
import { InterfaceDetails } from './interface-details';
import { KIND_WORDS } from './lane-box';
import { PortDetails } from './port-details';

type Props = DetailProps & { at: string; onClose: () => void };

export function NetworkDrawer({ at, model, onClose, onOpen }: Props) {
  const node = model.lanes.byKey.get(at);
  if (!node) {
    return (
      <DetailDrawer title="Network" onClose={onClose}>
        <Note tone="unknown" title="This is not there any more.">
          The network of this host was read and has none of that name.
        </Note>
      </DetailDrawer>
    );
  }
  const fault = model.faults.get(at);
  const own = ownOf({ node, model });
  return (
    <DetailDrawer
      title={
        <>
          <span className="mono min-w-0 truncate">{node.name}</span>
          <span className="flex-none text-body font-normal text-ink-3">{KIND_WORDS[node.kind]}</span>
        </>
      }
      onClose={onClose}
      footer={own && <InterfaceChanges own={own} model={model} />}
    >
      {fault && (
        <Note
          tone={fault.severity === 'critical' ? 'crit' : fault.severity === 'major' ? 'major' : 'minor'}
          className="mb-4"
          title="An active alarm is about this."
        >
          {fault.reason}
        </Note>
      )}
      <Details node={node} model={model} onOpen={onOpen} />
    </DetailDrawer>
  );
}

/** The interface that a box is, or that is folded into it. */
function ownOf({ node, model: { network, rows } }: { node: LaneNode; model: DetailProps['model'] }) {
  if (node.kind === 'interface') return network.interfaces.find(({ id }) => id === node.id);
  if (node.kind !== 'port') return undefined;
  const port = network.ports.find(({ id }) => id === node.id);
  const folded = network.interfaces.find(({ id }) => id === port?.interfaceId);
  return folded && rows.find(({ id }) => id === folded.id)?.key === node.key ? folded : undefined;
}

function Details({ node, model, onOpen }: DetailProps & { node: LaneNode }) {
  const { ports, interfaces } = model.network;
  if (node.kind === 'port') {
    const port = ports.find(({ id }) => id === node.id);
    const folded = ownOf({ node, model });
    return (
      port && (
        <>
          <PortDetails port={port} model={model} onOpen={onOpen} />
          {folded && <InterfaceDetails own={folded} model={model} onOpen={onOpen} />}
        </>
      )
    );
  }
  if (node.kind === 'interface') {
    const own = interfaces.find(({ id }) => id === node.id);
    return (
      own && (
        <>
          <InterfaceDetails own={own} model={model} onOpen={onOpen} />
          <Led node={node} model={model} onOpen={onOpen} />
        </>
      )
    );
  }
  if (node.kind === 'neighbour') return <NeighbourDetails node={node} model={model} onOpen={onOpen} />;
  return (
    <>
      {node.kind === 'silence' && (
        <p className="mb-4 text-ink-2">
          Nothing was heard by LLDP on this port: no cable, or what is at its other end says nothing.
        </p>
      )}
      {node.kind === 'unread' && (
        <p className="mb-4 text-ink-2">
          The name is used, and the platform lists no interface that can be read under it.
        </p>
      )}
      {node.kind === 'timing' && (
        <p className="mb-4">
          <Link
            className="link"
            href={`/hosts/${encodeURIComponent(model.host.hostname ?? model.host.id)}/clock`}
          >
            Clock of this host
          </Link>
        </p>
      )}
      <Led node={node} model={model} onOpen={onOpen} />
    </>
  );
}

function NeighbourDetails({ node, model, onOpen }: DetailProps & { node: LaneNode }) {
  const heard = model.network.neighbours.find(({ id }) => id === node.id);
  if (!heard) return null;
  const port = model.network.ports.find((one) => isAt(heard, one));
  const far = farEnd(heard);
  const host = far.direct ? far.name : null;
  return (
    <>
      <Part title="Heard on">
        {port ? (
          <Way to={`port:${port.name}`} onOpen={onOpen}>
            {port.name}
          </Way>
        ) : (
          'Unknown'
        )}
        {host !== null && (
          <p className="mt-1 text-ink-2">
            Another host, without a switch between:{' '}
            <Link className="link mono" href={`/hosts/${encodeURIComponent(host)}/network`}>
              {host}
            </Link>
          </p>
        )}
      </Part>
      <Part title="What it says">
        <TlvFacts tlvs={heard.tlvs} />
      </Part>
    </>
  );
}

/** What is directly before and after a box. */
function Led({ node, model: { lanes }, onOpen }: DetailProps & { node: LaneNode }) {
  const same = new Set(lanes.nodes.filter(({ thing }) => thing === node.thing).map(({ key }) => key));
  const before = lanes.links.flatMap(({ from, to }) => (same.has(to) ? from : []));
  const after = lanes.links.flatMap(({ from, to }) => (same.has(from) ? to : []));
  return (
    <>
      {(
        [
          ['Over', before],
          ['Carries', after],
        ] as const
      ).map(
        ([title, keys]) =>
          keys.length > 0 && (
            <Part key={title} title={title}>
              <ul className="flex flex-col gap-1">
                {[...new Set(keys)].map((key) => (
                  <li key={key}>
                    <Way to={key} onOpen={onOpen}>
                      {lanes.byKey.get(key)?.name ?? key}
                    </Way>{' '}
                    <span className="text-small text-ink-3">{lanes.byKey.get(key)?.about}</span>
                  </li>
                ))}
              </ul>
            </Part>
          ),
      )}
    </>
  );
}
