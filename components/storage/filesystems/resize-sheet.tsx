'use client';
/** Growing several filesystems of a host in one save. */
import { hostName } from '@/lib/domain/host';
import { allowed } from '@/lib/domain/result';
import { freeGib } from '@/lib/domain/storage/fs-size';
import {
  type HostFsFacts,
  hostFsGrowthGib,
  hostFsSizeVerdict,
} from '@/lib/domain/storage/host-fs/host-fs-rules';
import { HostFsSheet } from './host-fs-sheet';
import { RoomLine, resizing, SizeFields, useTypedSizes } from './size-fields';

type Props = { facts: HostFsFacts; onClose: () => void };

export function ResizeSheet({ facts, onClose }: Props) {
  const [typed, setTyped] = useTypedSizes();
  const { filesystems, groups } = facts;
  const name = hostName(facts.host);
  const { sizes, form } = resizing(filesystems, typed);
  const judge = (of: string, sizeGib: number) => {
    const fs = filesystems.find((one) => one.name === of);
    return fs ? hostFsSizeVerdict(fs, sizeGib, facts) : allowed;
  };
  return (
    <HostFsSheet
      title={`Resize filesystems of ${name}`}
      sentence="They grow while the host runs, and never shrink. Until the platform has done it the configuration of the host is out of date, with an alarm."
      {...form}
      done={`Filesystems of ${name} are being resized`}
      facts={facts}
      calls={sizes.length > 0 ? [{ do: 'hostfs.resize', sizes }] : []}
      onClose={onClose}
    >
      {(run) => (
        <>
          <SizeFields
            lines={filesystems.map((fs) => ({ ...fs, help: fs.state ?? 'State unknown' }))}
            {...{ typed, judge, run, sizes }}
            onChange={setTyped}
          />
          <RoomLine
            place={`cgts-vg of ${name}`}
            growthGib={hostFsGrowthGib(sizes, filesystems)}
            freeGib={freeGib(groups)}
          />
        </>
      )}
    </HostFsSheet>
  );
}
