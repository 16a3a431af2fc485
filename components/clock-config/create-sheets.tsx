'use client';
/** Making an instance or a PTP interface, with the parameters that it starts with. */
import { useState } from 'react';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { callVerdict } from '@/lib/domain/clock/ptp-call-rules';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import { PTP_SERVICES } from '@/lib/domain/clock/ptp-config';
import { type AddedParameter, NO_CHANGES, parameterCalls } from '@/lib/domain/clock/ptp-parameter-form';
import {
  knownInterfaceParameters,
  knownParameters,
  knownSections,
} from '@/lib/domain/clock/ptp-parameter-help';
import { AddedParameters } from './added-parameters';
import type { JobProps } from './clock-job-sheet';
import { ClockSheet } from './clock-sheet';
import { addedFaults } from './parameter-faults';
import type { ClockFacts } from './use-clock-facts';

const SERVICE_WORDS: Record<(typeof PTP_SERVICES)[number], string> = {
  ptp4l: 'ptp4l: keeps the clock of a card by PTP',
  phc2sys: 'phc2sys: keeps the system clock by that of a card',
  ts2phc: 'ts2phc: keeps the clock of a card by pulses of a receiver',
  clock: 'clock: connectors and frequency of a card',
  synce4l: 'synce4l: quality of Synchronous Ethernet',
  'gnss-monitor': 'gnss-monitor: watches a satellite receiver',
  'dpll-mgr': 'dpll-mgr: the phase-locked loop of a card',
};
const SERVICES = PTP_SERVICES.map((value) => ({ value, label: SERVICE_WORDS[value] }));

/** What is wrong with a name, once there is one. */
function nameFault(call: ClockCall, name: string, facts: ClockFacts): string | null {
  if (name === '') return null;
  const verdict = callVerdict(call, facts);
  return verdict.ok ? null : verdict.why;
}

export function CreateInstanceSheet({ facts, onClose }: JobProps<'create-instance'>) {
  const [name, setName] = useState('');
  const [service, setService] = useState('ptp4l');
  const [added, setAdded] = useState<readonly AddedParameter[]>([]);
  const create: ClockCall = { do: 'instance.create', name, service };
  const owner = { of: 'instance', name } as const;
  return (
    <ClockSheet
      title="Create PTP instance"
      sentence="A service with its parameters. It runs nowhere until it is assigned to a host and applied."
      button="Create instance"
      done={`${name} was created`}
      facts={facts}
      calls={[create, ...parameterCalls(owner, [], { ...NO_CHANGES, added })]}
      gap={name === '' ? 'Give it a name' : null}
      dirty={name !== '' || added.length > 0}
      onClose={onClose}
    >
      {(run) => (
        <>
          <TextField
            label="Name"
            mono
            data-autofocus=""
            value={name}
            onChange={(event) => setName(event.target.value)}
            help="Hosts and files are named by it. It cannot be changed later."
            error={
              nameFault(create, name, facts) ??
              (run.failedCall?.do === 'instance.create' && run.failedCall.name === name
                ? 'Refused, see below'
                : null)
            }
          />
          <SelectField
            label="Service"
            value={service}
            options={SERVICES}
            onChange={(event) => setService(event.target.value)}
          />
          <AddedParameters
            added={added}
            onChange={setAdded}
            sections={knownSections(service)}
            known={(section) => knownParameters(service, section)}
            faults={addedFaults(added, run, owner, facts)}
          />
        </>
      )}
    </ClockSheet>
  );
}

export function CreateInterfaceSheet({ job, facts, onClose }: JobProps<'create-interface'>) {
  const [name, setName] = useState('');
  const [added, setAdded] = useState<readonly AddedParameter[]>([]);
  const service = facts.config.instances.find((one) => one.name === job.instance)?.service ?? null;
  const create: ClockCall = { do: 'interface.create', name, instance: job.instance };
  const owner = { of: 'interface', name } as const;
  return (
    <ClockSheet
      title={`Create PTP interface of ${job.instance}`}
      sentence="A set of parameters for ports. It does nothing until it is assigned to interfaces of hosts."
      button="Create PTP interface"
      done={`${name} was created`}
      facts={facts}
      calls={[create, ...parameterCalls(owner, [], { ...NO_CHANGES, added })]}
      gap={name === '' ? 'Give it a name' : null}
      dirty={name !== '' || added.length > 0}
      onClose={onClose}
    >
      {(run) => (
        <>
          <TextField
            label="Name"
            mono
            data-autofocus=""
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={
              nameFault(create, name, facts) ??
              (run.failedCall?.do === 'interface.create' && run.failedCall.name === name
                ? 'Refused, see below'
                : null)
            }
          />
          <AddedParameters
            added={added}
            onChange={setAdded}
            sections={[]}
            known={() => knownInterfaceParameters(service)}
            faults={addedFaults(added, run, owner, facts)}
          />
        </>
      )}
    </ClockSheet>
  );
}
