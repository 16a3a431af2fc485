'use client';
/** A physical volume in full. */
import { Facts, Part } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import { volumeLook } from '@/lib/domain/storage/state-look';
import type { PhysicalVolume } from '@/lib/domain/storage/volume-group';
import { formatCount } from '@/lib/format/number';
import { AmountRow, type DetailProps, SaidFacts, StateRow, WayRow } from './detail-facts';

type Props = DetailProps & { own: PhysicalVolume };

export function VolumeDetails(props: Props) {
  return (
    <Part title="Physical volume">
      <VolumeFacts {...props} />
    </Part>
  );
}

export function VolumeFacts({ own, model, onOpen }: Props) {
  return (
    <>
      <Facts>
        <StateRow state={volumeLook(own.state)} />
        <AmountRow term="Size" bytes={own.sizeBytes} />
        <KvRow term="Allocated extents">{ofExtents(own.allocatedExtents, own.totalExtents)}</KvRow>
        <WayRow term="Volume group" kind="vg" id={own.groupId} {...{ model, onOpen }} />
        <WayRow
          term={own.type === 'disk' ? 'On disk' : 'On partition'}
          kind={own.type === 'disk' ? 'disk' : 'partition'}
          id={own.onId}
          {...{ model, onOpen }}
        />
      </Facts>
      <SaidFacts
        facts={[
          ['Type', own.type],
          ['Name', own.name],
          ['Group’s name', own.group],
          ['Node', own.onNode],
          ['Path', own.onPath],
          ['LVM UUID', own.lvmId],
          ['UUID', own.id],
        ]}
      />
    </>
  );
}

/** `3 840 of 7 680`. */
export function ofExtents(part: number | null, whole: number | null) {
  if (part === null && whole === null) return <span className="text-unk-fg">Unknown</span>;
  return `${part === null ? 'Unknown' : formatCount(part)} of ${whole === null ? 'unknown' : formatCount(whole)}`;
}
