'use client';
/** What it boots from, what is wiped, and where the installation shows. Suggestions are what hosts of its role have. */
import { HardDrive } from 'lucide-react';
import { useState } from 'react';
import { OptionField } from '@/components/action/option-field';
import { Checkbox } from '@/components/ui/checkbox';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import type { Host } from '@/lib/domain/host';
import type { NewHostField } from '@/lib/domain/new-host/draft';
import { option } from '@/lib/domain/option';
import { counted } from '@/lib/domain/words';
import { BigChoices } from './big-choices';
import type { StepProps } from './step-props';

const OWN = ' own';
const OUTPUTS = [
  { value: 'text', title: 'Text', detail: 'On the serial console' },
  { value: 'graphical', title: 'Graphical', detail: 'On the screen' },
];

export function InstallStep({ add, shown }: StepProps) {
  const { host } = add.draft;
  const siblings = siblingsOf(host.role, add.hosts);
  const disks = used(siblings, ({ rootfsDevice }) => rootfsDevice);
  const consoles = used(siblings, ({ console }) => console).map(({ value }) => value);
  const [ownDisk, setOwnDisk] = useState(
    () => host.rootfsDevice !== '' && !disks.some(({ value }) => value === host.rootfsDevice),
  );
  const [ownConsole, setOwnConsole] = useState(() => host.console !== '' && !consoles.includes(host.console));
  const same = host.bootDevice === host.rootfsDevice;
  const error = (field: NewHostField) => (shown ? (add.faults[field] ?? null) : null);
  const setRoot = (rootfsDevice: string) =>
    add.set({ rootfsDevice, ...(same ? { bootDevice: rootfsDevice } : {}) });
  const usual = add.node?.rootfsDevice ?? 'sda';
  return (
    <>
      <BigChoices
        label="Root disk"
        value={ownDisk ? OWN : host.rootfsDevice}
        choices={[
          ...disks.map(({ value, count }) => ({
            value,
            icon: <HardDrive size={20} strokeWidth={1.75} aria-hidden />,
            title: <span className="mono">{value}</span>,
            detail: `As on ${counted(count, host.role === '' ? 'host' : host.role)}`,
          })),
          { value: '', title: 'The platform’s default', detail: <span className="mono">{usual}</span> },
          { value: OWN, title: 'Another', detail: 'A device by its name or path' },
        ]}
        onPick={(picked) => {
          setOwnDisk(picked === OWN);
          setRoot(picked === OWN ? '' : picked);
        }}
      />
      {ownDisk && (
        <TextField
          label="Root disk, by name or path"
          mono
          autoCapitalize="none"
          value={host.rootfsDevice}
          error={error('rootfsDevice')}
          onChange={({ target }) => setRoot(target.value)}
        />
      )}
      <Checkbox
        checked={same}
        label="Boots from the root disk"
        onCheckedChange={(on) =>
          add.set({ bootDevice: on ? host.rootfsDevice : (disks[0]?.value ?? '/dev/sda') })
        }
      />
      {!same && (
        <TextField
          label="Boot device"
          mono
          autoCapitalize="none"
          value={host.bootDevice}
          error={error('bootDevice')}
          onChange={({ target }) => add.set({ bootDevice: target.value })}
        />
      )}
      {host.role !== 'edgeworker' && (
        <Note tone="minor" title={`${host.rootfsDevice.trim() || usual} will be wiped`}>
          when the installation starts. There is no way back.
        </Note>
      )}
      <BigChoices
        label="Installation output"
        columns={2}
        value={host.installOutput}
        choices={OUTPUTS}
        onPick={(installOutput) => add.set({ installOutput })}
      />
      <OptionField
        label="Console"
        value={ownConsole ? OWN : host.console}
        options={[
          option('', null, `The platform’s default (${add.node?.console ?? 'ttyS0,115200'})`),
          ...consoles.map((value) => option(value)),
          option(OWN, null, 'Another'),
        ]}
        onPick={(picked) => {
          setOwnConsole(picked === OWN);
          add.set({ console: picked === OWN ? '' : picked });
        }}
      />
      {ownConsole && (
        <TextField
          label="Console, as the kernel takes it"
          help="For example ttyS1,57600"
          mono
          autoCapitalize="none"
          value={host.console}
          error={error('console')}
          onChange={({ target }) => add.set({ console: target.value })}
        />
      )}
      <TextField
        label="Wait for hardware"
        optional
        unit="s"
        inputMode="numeric"
        help="Seconds at the start of the boot in which slow disks appear"
        value={host.hwSettle}
        error={error('hwSettle')}
        onChange={({ target }) => add.set({ hwSettle: target.value })}
      />
    </>
  );
}

/** Hosts of the same role; of all roles while there is none of this one. */
function siblingsOf(role: string, hosts: readonly Host[]): readonly Host[] {
  const same = hosts.filter(({ personality }) => personality === role);
  return same.length > 0 ? same : hosts.filter(({ personality }) => personality !== null);
}

const MOST = 3;

/** What they use, the most usual first. */
function used(hosts: readonly Host[], of: (host: Host) => string | null): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const host of hosts) {
    const value = of(host);
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST);
}
