'use client';
/** One thing of the storage in full, with its alarms. Fetched when the first is opened. */
import Link from 'next/link';
import { DetailDrawer } from '@/components/ui/details';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { Note, type NoteTone } from '@/components/ui/note';
import type { Severity } from '@/lib/domain/alarm';
import { diskName } from '@/lib/domain/storage/disk';
import type { StorageNode } from '@/lib/domain/storage/layout';
import { partitionName } from '@/lib/domain/storage/partition';
import { osdName } from '@/lib/domain/storage/storage-function';
import type { DetailProps } from './details/detail-facts';
import { DiskDetails } from './details/disk-details';
import { FilesystemDetails } from './details/filesystem-details';
import { FunctionDetails } from './details/function-details';
import { GroupDetails, Ways } from './details/group-details';
import { PartitionDetails } from './details/partition-details';
import { VolumeDetails } from './details/volume-details';
import { rowActions } from './row-actions';
import { type StorageThing, thingAt } from './storage-thing';
import { KIND_WORDS, oddWords, sizeWord } from './storage-words';

type Props = DetailProps & { at: string; onClose: () => void };

const TONES: Record<Severity, NoteTone> = {
  critical: 'crit',
  major: 'major',
  minor: 'minor',
  warning: 'info',
};

export function StorageDrawer({ at, model, onClose, onOpen }: Props) {
  const thing = thingAt(model, at);
  const node = model.layout.byKey.get(at);
  if (!thing && !node) {
    return (
      <DetailDrawer title="Storage" onClose={onClose}>
        <Note tone="unknown" title="This is not there any more.">
          The storage of this host was read and has nothing of that name.
        </Note>
      </DetailDrawer>
    );
  }
  const footer = thing && rowActions(thing, model);
  const key = thing ? `${thing.kind}:${thing.own.id}` : at;
  const odds = model.layout.byKey.get(key)?.capacity?.odds ?? [];
  return (
    <DetailDrawer
      title={
        <>
          <span className="mono min-w-0 truncate">{thing ? nameOf(thing) : node?.name}</span>
          <span className="flex-none text-body font-normal text-ink-3">
            {KIND_WORDS[thing?.kind ?? node?.kind ?? 'unread']}
          </span>
        </>
      }
      onClose={onClose}
      {...(footer ? { footer } : {})}
    >
      {(model.faults.byKey.get(key) ?? []).map(({ id, severity, reason }) => (
        <Note
          key={id}
          tone={TONES[severity]}
          icon={<SeverityGlyph severity={severity} size={16} />}
          className="mb-4"
          title="An active alarm is about this."
        >
          {reason}{' '}
          <Link className="link link-in-text" href={`/alarms?open=${encodeURIComponent(id)}`}>
            Open the alarm
          </Link>
        </Note>
      ))}
      {odds.map((odd) => (
        <Note key={odd.odd} tone="unknown" className="mb-4" title="Figures of the platform do not add up.">
          {oddWords(odd)}
        </Note>
      ))}
      {thing ? (
        <Details thing={thing} {...{ model, onOpen }} />
      ) : (
        node && <Loose node={node} {...{ model, onOpen }} />
      )}
    </DetailDrawer>
  );
}

function nameOf(thing: StorageThing): string {
  switch (thing.kind) {
    case 'disk':
      return diskName(thing.own);
    case 'partition':
      return partitionName(thing.own);
    case 'pv':
      return thing.own.name ?? thing.own.onNode ?? thing.own.id;
    case 'osd':
      return osdName(thing.own) ?? 'Without a number';
    case 'journal':
      return thing.own.id;
    case 'vg':
    case 'fs':
      return thing.own.name;
  }
}

function Details({ thing, ...rest }: DetailProps & { thing: StorageThing }) {
  switch (thing.kind) {
    case 'disk':
      return <DiskDetails own={thing.own} {...rest} />;
    case 'partition':
      return <PartitionDetails own={thing.own} {...rest} />;
    case 'pv':
      return <VolumeDetails own={thing.own} {...rest} />;
    case 'vg':
      return <GroupDetails own={thing.own} {...rest} />;
    case 'osd':
    case 'journal':
      return <FunctionDetails own={thing.own} {...rest} />;
    case 'fs':
      return <FilesystemDetails own={thing.own} {...rest} />;
  }
}

/** A box that is no row of the platform's: a tier, a group that is not there to read. */
function Loose({ node, model: { layout }, onOpen }: DetailProps & { node: StorageNode }) {
  const beside = (way: 'from' | 'to') =>
    layout.links.flatMap((link) => {
      const other = way === 'from' ? link.to === node.key && link.from : link.from === node.key && link.to;
      return (other && layout.byKey.get(other)) || [];
    });
  return (
    <>
      <p className="mb-4 text-ink-2">
        {node.kind === 'unread'
          ? `${node.words}. It is named by what is below.`
          : `${node.words}. What there is of it on other hosts is not told here.`}
        {node.sizeBytes !== null && ` ${sizeWord(node.sizeBytes)}`}
      </p>
      <Ways title="Made of" rows={beside('from')} onOpen={onOpen} />
      <Ways title="Carries" rows={beside('to')} onOpen={onOpen} />
    </>
  );
}
