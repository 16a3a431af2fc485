'use client';
/** Whether Ceph by Rook keeps a monitor on a host. */
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { hostName } from '@/lib/domain/host';
import type { HostFs } from '@/lib/domain/storage/filesystem';
import type { HostFsFacts } from '@/lib/domain/storage/host-fs/host-fs-rules';
import { HostFsSheet } from './host-fs-sheet';

const MONITOR = 'monitor';

export function FunctionsSheet(props: { facts: HostFsFacts; fs: HostFs; onClose: () => void }) {
  const { facts, fs, onClose } = props;
  const had = fs.functions.includes(MONITOR);
  const [monitor, setMonitor] = useState(had);
  const others = fs.functions.filter((one) => one !== MONITOR);
  const host = hostName(facts.host);
  return (
    <HostFsSheet
      title={`Functions of Ceph on ${host}`}
      sentence="Rook places a monitor on every host whose filesystem ceph has that function."
      button={monitor === had ? 'Save 0 changes' : 'Save 1 change'}
      done={`Functions of Ceph on ${host} were changed`}
      facts={facts}
      calls={[{ do: 'hostfs.functions', functions: monitor ? [MONITOR, ...others] : others }]}
      gap={monitor === had ? 'Nothing has been changed' : null}
      dirty={monitor !== had}
      onClose={onClose}
    >
      <Checkbox checked={monitor} onCheckedChange={setMonitor} label="Monitor" />
      <Checkbox
        checked={fs.functions.includes('osd')}
        onCheckedChange={() => undefined}
        label="OSD"
        disabledReason="It comes with the first OSD of the host and goes with the last"
      />
      <Note tone="info">The application rook-ceph has to be applied again before it is so.</Note>
    </HostFsSheet>
  );
}
