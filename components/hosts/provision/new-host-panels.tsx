'use client';
/** What a person beside the rack checks once the host has said what it has: cables, disks, clock. */
import Link from 'next/link';
import type { ReactNode } from 'react';
import { StateGlyph, type StateGlyphName } from '@/components/ui/glyphs/state-glyph';
import { Panel } from '@/components/ui/panel';
import type { Host } from '@/lib/domain/host';
import { peerOf } from '@/lib/domain/network/observations';
import { type Cable, cablesOf, cablesSentence } from '@/lib/domain/provision/cables';
import { diskName, isRootDisk } from '@/lib/domain/storage/disk';
import { unreadStorage } from '@/lib/domain/storage/host-storage';
import { gibText } from '@/lib/domain/storage/size';
import { useView } from '@/lib/queries/view';
import { HostClockFact } from '../host-clock-later';
import { hostHref } from '../host-identity';
import { PartPanel } from '../overview/part-panel';

export function NewHostPanels({ host }: { host: Host }) {
  return (
    <>
      <CablePanel host={host} />
      <DiskPanel host={host} />
      <Panel title="Its clock" actions={<Tab host={host} to="clock" label="Clock" />} padded>
        <p className="flex flex-wrap items-center gap-1.5">
          Synchronized by {host.clockSynchronization?.toUpperCase() ?? 'an unknown source'}:{' '}
          <HostClockFact host={host} path="" />
        </p>
      </Panel>
    </>
  );
}

function Tab({ host, to, label }: { host: Host; to: string; label: string }) {
  return (
    <Link className="link" href={`${hostHref(host)}/${to}`}>
      {label}
    </Link>
  );
}

const CABLE_GLYPHS: Record<Cable['state'], StateGlyphName> = {
  like: 'available',
  heard: 'available',
  other: 'degraded',
  silent: 'unknown',
  unread: 'unknown',
  'no-link': 'offline',
};

function CablePanel({ host }: { host: Host }) {
  const hosts = useView('hosts', {})?.data?.hosts ?? [];
  const peer = peerOf(host, hosts);
  const seen = useView('hostNetwork', { hostId: host.id, peerId: peer?.id ?? null });
  return (
    <PartPanel
      title="Check the cables"
      seen={seen}
      actions={<Tab host={host} to="network" label="Network" />}
    >
      {(network) => {
        const cables = cablesOf(network, host.hostname ?? '', peer?.hostname ?? null);
        return (
          <>
            <p className="text-ink-2">{cablesSentence(cables)}</p>
            <ul className="mt-1">
              {cables.map(({ port, speed, state, words, bootsFrom }) => (
                <Row
                  key={port}
                  glyph={CABLE_GLYPHS[state]}
                  title={
                    <>
                      <span className="mono">{port}</span>
                      {speed && ` ${speed}`}
                      {bootsFrom && <span className="text-ink-3">, boots from the network</span>}
                    </>
                  }
                >
                  {words}
                </Row>
              ))}
            </ul>
          </>
        );
      }}
    </PartPanel>
  );
}

function DiskPanel({ host }: { host: Host }) {
  const seen = useView('hostStorage', { hostId: host.id });
  return (
    <PartPanel title="Its disks" seen={seen} actions={<Tab host={host} to="storage" label="Storage" />}>
      {(storage) => {
        const unread = unreadStorage(storage, 'disks');
        if (unread !== null) {
          return (
            <p className="text-unk-fg">
              Unknown. <span className="mono">{unread}</span>
            </p>
          );
        }
        if (storage.disks.length === 0) return <p className="text-ink-2">The platform lists no disks.</p>;
        return (
          <ul>
            {storage.disks.map((disk) => {
              const root = isRootDisk(disk) || (disk.path !== null && disk.path === host.rootfsDevice);
              return (
                <Row
                  key={disk.id}
                  glyph={root ? 'available' : 'online'}
                  title={
                    <>
                      <span className="mono">{diskName(disk)}</span>
                      {disk.sizeMib !== null && `, ${gibText(disk.sizeMib)}`}
                      {disk.type && ` ${disk.type}`}
                    </>
                  }
                >
                  {[root ? 'The root disk' : null, disk.model, disk.serial && `serial ${disk.serial}`]
                    .filter((part) => part !== null && part !== '')
                    .join(', ')}
                </Row>
              );
            })}
          </ul>
        );
      }}
    </PartPanel>
  );
}

type RowProps = { glyph: StateGlyphName; title: ReactNode; children: ReactNode };

function Row({ glyph, title, children }: RowProps) {
  return (
    <li className="flex items-start gap-2.5 border-line border-t py-2 first:border-t-0">
      <span className="flex-none pt-px">
        <StateGlyph state={glyph} size={16} />
      </span>
      <span className="flex min-w-0 flex-col [overflow-wrap:anywhere]">
        <span className="font-medium text-ink">{title}</span>
        <span className="text-ink-2 text-small">{children}</span>
      </span>
    </li>
  );
}
