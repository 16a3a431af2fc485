'use client';
/** A usual role of a clock, made in one go: what it will make is reviewed first, and undone when a step fails. */
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { RadioGroup } from '@/components/ui/radio';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import {
  PRESETS,
  type PresetChoice,
  type PresetId,
  presetCalls,
  presetGap,
  presetOf,
} from '@/lib/domain/clock/ptp-presets';
import type { Host } from '@/lib/domain/host';
import { ApplyNote } from './apply-note';
import type { JobProps } from './clock-job-sheet';
import { ClockSheet } from './clock-sheet';
import { HostInterfaceSelect } from './host-interface-select';

type Typed = { prefix?: string; fields: Readonly<Record<string, string>> };

export function PresetSheet({ job, facts, onClose }: JobProps<'preset'>) {
  const [id, setId] = useState<PresetId>(job.preset ?? 't-gm');
  const [typed, setTyped] = useState<Typed>({ fields: {} });
  const [hosts, setHosts] = useState<PresetChoice['hosts']>([]);
  const [apply, setApply] = useState(false);
  const spec = presetOf(id);
  const choice: PresetChoice = {
    ...{ id, hosts, prefix: typed.prefix ?? spec?.prefix ?? '' },
    fields: Object.fromEntries(
      (spec?.fields ?? []).map((field) => [field.id, typed.fields[field.id] ?? field.value]),
    ),
  };
  const gap = presetGap(choice);
  const calls = gap === null ? presetCalls(choice, apply) : [];
  return (
    <ClockSheet
      title="Set up from a preset"
      sentence={spec?.effect ?? ''}
      button="Run these steps"
      done={`${spec?.label ?? 'The preset'} is configured`}
      facts={facts}
      calls={calls}
      gap={gap}
      dirty={hosts.length > 0}
      review
      onClose={onClose}
    >
      <RadioGroup
        label="Role"
        value={id}
        options={PRESETS.map(({ id: value, label, effect }) => ({ value, label, help: effect }))}
        onValueChange={(next) => {
          setId(next);
          setTyped({ fields: {} });
          setHosts(hosts.map(({ host }) => ({ host, ports: {} })));
        }}
      />
      <TextField
        label="Names start with"
        mono
        value={choice.prefix}
        help="What is there already under a name is left as it is, and only what is missing is made."
        onChange={(event) => setTyped({ ...typed, prefix: event.target.value })}
      />
      <div className="grid gap-3 md:grid-cols-2">
        {spec?.fields.map((field) => (
          <TextField
            key={field.id}
            label={field.label}
            mono
            help={field.help}
            value={choice.fields[field.id] ?? ''}
            onChange={(event) =>
              setTyped({ ...typed, fields: { ...typed.fields, [field.id]: event.target.value } })
            }
          />
        ))}
      </div>
      <PresetHosts all={facts.hosts} spec={spec} hosts={hosts} onChange={setHosts} />
      <Checkbox
        checked={apply}
        onCheckedChange={setApply}
        label="Apply when all of it is made"
        help="An apply cannot be undone."
      />
      {apply && <ApplyNote facts={facts} calls={calls} />}
    </ClockSheet>
  );
}

type HostsProps = {
  all: readonly Host[];
  spec: ReturnType<typeof presetOf>;
  hosts: PresetChoice['hosts'];
  onChange: (next: PresetChoice['hosts']) => void;
};

function PresetHosts({ all, spec, hosts, onChange }: HostsProps) {
  const [next, setNext] = useState('');
  const chosen = new Set(hosts.map(({ host }) => host));
  const options = all
    .flatMap(({ hostname }) => (hostname && !chosen.has(hostname) ? [hostname] : []))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((value) => ({ value, label: value }));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-2 font-semibold text-body text-ink">Hosts</legend>
      {hosts.map(({ host, ports }) => (
        <div key={host} className="flex flex-col gap-2 border-line border-t pt-3">
          <span className="flex items-center gap-2">
            <span className="mono font-medium">{host}</span>
            <button
              type="button"
              className="link ml-auto"
              aria-label={`Leave out ${host}`}
              onClick={() => onChange(hosts.filter((one) => one.host !== host))}
            >
              Leave out
            </button>
          </span>
          {spec?.ports.map((port) => (
            <HostInterfaceSelect
              key={port.id}
              label={`${port.label}, ${host}`}
              help={port.help}
              hostId={all.find(({ hostname }) => hostname === host)?.id ?? ''}
              value={ports[port.id] ?? ''}
              onChange={(name) =>
                onChange(
                  hosts.map((one) =>
                    one.host === host ? { host, ports: { ...one.ports, [port.id]: name } } : one,
                  ),
                )
              }
            />
          ))}
        </div>
      ))}
      {/* A choice by keys passes other hosts on its way: it counts when the button is pressed. */}
      <div className="flex flex-wrap items-end gap-2">
        <SelectField
          className="min-w-0 flex-1"
          label="Add a host"
          value={next}
          options={options}
          placeholder="Choose a host"
          onChange={(event) => setNext(event.target.value)}
        />
        <Button
          disabledReason={next === '' ? 'Choose a host' : null}
          onClick={() => {
            onChange([...hosts, { host: next, ports: {} }]);
            setNext('');
          }}
        >
          Add host
        </Button>
      </div>
    </fieldset>
  );
}
