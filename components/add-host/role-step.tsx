'use client';
/** What it is to be, and what it is called. */
import { Cpu, Database, Radio, Router } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextField } from '@/components/ui/text-field';
import { hasProfile, isNamedByHand, nextName, roleOptions } from '@/lib/domain/new-host/roles';
import { BigChoices } from './big-choices';
import type { StepProps } from './step-props';

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;
const ICONS = new Map<string, ReactNode>([
  ['worker', <Cpu key="worker" {...ICON} />],
  ['storage', <Database key="storage" {...ICON} />],
  ['controller', <Router key="controller" {...ICON} />],
  ['edgeworker', <Radio key="edgeworker" {...ICON} />],
]);
const DETAILS = new Map([
  ['worker', 'Runs applications'],
  ['storage', 'Holds disks of Ceph'],
  ['controller', 'The second controller'],
  ['edgeworker', 'Runs applications on a Linux of its own, which is not installed from here'],
]);

const PROFILES = [
  { value: 'standard', title: 'Standard', detail: 'The usual kernel' },
  { value: 'lowlatency', title: 'Low latency', detail: 'The real-time kernel' },
];

export function RoleStep({ add, shown }: StepProps) {
  const { host } = add.draft;
  const error = (field: 'role' | 'hostname' | 'location') => (shown ? (add.faults[field] ?? null) : null);
  const pick = (role: string) => {
    // A name that was suggested gives way; one that somebody typed stays.
    const suggested = host.hostname === '' || host.hostname === nextName(host.role, add.hosts);
    add.set({
      role,
      ...(suggested ? { hostname: isNamedByHand(role) ? nextName(role, add.hosts) : '' } : {}),
    });
  };
  return (
    <>
      <BigChoices
        label="Role"
        columns={2}
        value={host.role}
        error={error('role')}
        choices={roleOptions(add.context).map(({ value, label, why }) => ({
          ...{ value, title: label, why },
          icon: ICONS.get(value),
          detail: DETAILS.get(value),
        }))}
        onPick={pick}
      />
      {host.role !== '' &&
        (isNamedByHand(host.role) ? (
          <TextField
            label="Hostname"
            help="Letters, numbers, underscores, dots and hyphens"
            mono
            autoCapitalize="none"
            value={host.hostname}
            error={error('hostname')}
            onChange={({ target }) => add.set({ hostname: target.value })}
          />
        ) : (
          <div className="field">
            <span className="field-label">Hostname</span>
            <p>
              <span className="mono">{nextName(host.role, add.hosts)}</span>{' '}
              <span className="text-ink-2">, given by the platform</span>
            </p>
          </div>
        ))}
      {hasProfile(host.role) && (
        <BigChoices
          label="Performance profile"
          columns={2}
          value={host.profile}
          choices={PROFILES}
          onPick={(profile) => add.set({ profile })}
        />
      )}
      <TextField
        label="Location"
        optional
        help="Where it stands, such as rack-3/u12"
        value={host.location}
        error={error('location')}
        onChange={({ target }) => add.set({ location: target.value })}
      />
    </>
  );
}
