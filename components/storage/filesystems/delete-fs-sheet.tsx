'use client';
/** Deleting a filesystem that a host can do without. */
import { GoesWithIt } from '@/components/action/goes-with-it';
import { hostName } from '@/lib/domain/host';
import type { HostFs } from '@/lib/domain/storage/filesystem';
import type { HostFsFacts } from '@/lib/domain/storage/host-fs/host-fs-rules';
import { HostFsSheet } from './host-fs-sheet';

export function DeleteFsSheet(props: { facts: HostFsFacts; fs: HostFs; onClose: () => void }) {
  const { facts, fs, onClose } = props;
  const host = hostName(facts.host);
  return (
    <HostFsSheet
      title={`Delete ${fs.name} of ${host}`}
      sentence="Everything in it is lost. Its room goes back to cgts-vg."
      button={`Delete ${fs.name}`}
      danger
      done={`${fs.name} of ${host} is being deleted`}
      facts={facts}
      calls={[{ do: 'hostfs.delete', name: fs.name }]}
      gap={null}
      onClose={onClose}
    >
      <GoesWithIt effects={fs.functions.map((one) => ({ title: `Function ${one} of Ceph on ${host}` }))} />
    </HostFsSheet>
  );
}
