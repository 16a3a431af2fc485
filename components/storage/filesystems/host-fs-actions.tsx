'use client';
/** What can be done with the filesystems of a host: all of them, and one. */
import { Plus } from 'lucide-react';
import type { Host } from '@/lib/domain/host';
import { denied } from '@/lib/domain/result';
import type { HostFs } from '@/lib/domain/storage/filesystem';
import { CEPH_FS } from '@/lib/domain/storage/host-fs/host-fs-calls';
import { deleteVerdict, OPTIONAL_FS, resizableVerdict } from '@/lib/domain/storage/host-fs/host-fs-rules';
import type { VolumeGroup } from '@/lib/domain/storage/volume-group';
import { HostFsButton } from './host-fs-button';

/** Above the storage of a host. */
export function HostFsTools({ host: { id } }: { host: Host }) {
  return (
    <>
      <HostFsButton hostId={id} job={{ job: 'resize' }}>
        Resize filesystems…
      </HostFsButton>
      <HostFsButton hostId={id} job={{ job: 'add' }} icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}>
        Filesystem…
      </HostFsButton>
    </>
  );
}

type Props = { fs: HostFs; host: Host; groups: readonly VolumeGroup[] };

/** In the drawer of one. Whether Rook is there, and DRBD at work, the sheet looks up. */
export function HostFsActions({ fs, host, groups }: Props) {
  const facts = { host, groups, filesystems: [fs], rook: null, drbdResizing: null };
  const optional = OPTIONAL_FS.some((one) => one === fs.name);
  const size = resizableVerdict(fs, facts);
  return (
    <>
      <HostFsButton hostId={host.id} job={{ job: 'resize' }} verdict={size}>
        Resize…
      </HostFsButton>
      {fs.name === CEPH_FS && (
        <HostFsButton hostId={host.id} job={{ job: 'functions' }}>
          Functions…
        </HostFsButton>
      )}
      <HostFsButton
        hostId={host.id}
        job={{ job: 'delete', name: fs.name }}
        variant="danger"
        verdict={optional ? deleteVerdict(fs, facts) : denied(`${fs.name} is a part of every host.`)}
      >
        Delete…
      </HostFsButton>
    </>
  );
}
