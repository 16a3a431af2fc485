'use client';
/** Adding a Ceph monitor to a host, and giving it more room. */
import { useState } from 'react';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { hostName } from '@/lib/domain/host';
import type { Monitor } from '@/lib/domain/storage/backend';
import {
  addMonitorVerdict,
  MONITOR_MOST_GIB,
  monitorSizeVerdict,
} from '@/lib/domain/storage/cloud/monitor-rules';
import type { StorageState } from '@/lib/domain/storage/cloud/storage-state';
import { gibOf } from '@/lib/domain/storage/fs-size';
import { StorageSheet } from './storage-sheet';

type Props = { facts: StorageState; onClose: () => void };

const NATURAL = new Intl.Collator('en', { numeric: true });

export function AddMonitorSheet({ facts, onClose }: Props) {
  const hosts = facts.hosts
    .filter(({ hostname, personality }) => hostname !== null && personality !== null)
    .map((host) => ({ host, name: hostName(host), verdict: addMonitorVerdict(host, facts) }))
    .sort((a, b) => Number(b.verdict.ok) - Number(a.verdict.ok) || NATURAL.compare(a.name, b.name));
  const [id, setId] = useState(() => hosts.find(({ verdict }) => verdict.ok)?.host.id ?? '');
  const chosen = hosts.find(({ host }) => host.id === id);
  return (
    <StorageSheet
      title="Add monitor"
      sentence="Ceph needs an odd number of monitors to agree. The controllers have one each; a third is on a storage host or a worker that is locked and online."
      button="Add monitor"
      done={`A monitor was added to ${chosen?.name ?? 'the host'}`}
      facts={facts}
      calls={chosen ? [{ do: 'monitor.add', host: chosen.name, hostId: chosen.host.id }] : []}
      gap={chosen ? null : 'Choose a host'}
      onClose={onClose}
    >
      <SelectField
        label="Host"
        mono
        data-autofocus=""
        value={id}
        placeholder="Choose a host"
        options={hosts.map(({ host, name }) => ({ value: host.id, label: name }))}
        onChange={(event) => setId(event.target.value)}
        error={chosen && !chosen.verdict.ok ? chosen.verdict.why : null}
      />
    </StorageSheet>
  );
}

export function ResizeMonitorSheet(props: Props & { monitor: Monitor; host: string }) {
  const { facts, monitor, host, onClose } = props;
  const [first] = useState(String(monitor.sizeGib ?? ''));
  const [text, setText] = useState(first);
  const sizeGib = gibOf(text);
  const verdict = sizeGib === null ? null : monitorSizeVerdict(sizeGib, monitor);
  const changed = text.trim() !== first;
  return (
    <StorageSheet
      title={`Resize the monitor of ${host}`}
      sentence="It only ever grows. Controllers and storage hosts are out of date until the platform has done it, with an alarm each."
      button="Save 1 change"
      done={`The monitor of ${host} is being resized`}
      facts={facts}
      calls={sizeGib === null || !changed ? [] : [{ do: 'monitor.resize', host, sizeGib }]}
      gap={sizeGib === null ? 'A whole number of GiB' : changed ? null : 'Nothing has been changed'}
      dirty={changed}
      onClose={onClose}
    >
      <TextField
        label="Size"
        mono
        unit="GiB"
        inputMode="numeric"
        data-autofocus=""
        value={text}
        was={changed ? first : null}
        help={`Up to ${MONITOR_MOST_GIB} GiB`}
        onChange={(event) => setText(event.target.value)}
        error={
          sizeGib === null ? 'A whole number of GiB' : changed && verdict && !verdict.ok ? verdict.why : null
        }
      />
    </StorageSheet>
  );
}
