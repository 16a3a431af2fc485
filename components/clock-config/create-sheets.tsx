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
import type { ClockRunState } from './use-clock-run';

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

type NameProps = {
  /** The call that makes what is named. */
  create: Extract<ClockCall, { do: 'instance.create' | 'interface.create' }>;
  onChange: (name: string) => void;
  run: ClockRunState;
  facts: ClockFacts;
  help?: string;
};

/** What it is called; says what is wrong with a name, once there is one. */
function NameField({ create, onChange, run, facts, help }: NameProps) {
  const verdict = create.name === '' ? null : callVerdict(create, facts);
  const { failedCall } = run;
  const refused = failedCall?.do === create.do && failedCall.name === create.name;
  return (
    <TextField
      label="Name"
      mono
      data-autofocus=""
      value={create.name}
      onChange={(event) => onChange(event.target.value)}
      help={help}
      error={verdict && !verdict.ok ? verdict.why : refused ? 'Refused, see below' : null}
    />
  );
}

export function CreateInstanceSheet({ facts, onClose }: JobProps<'create-instance'>) {
  const [name, setName] = useState('');
  const [service, setService] = useState('ptp4l');
  const [added, setAdded] = useState<readonly AddedParameter[]>([]);
  const create = { do: 'instance.create', name, service } as const;
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
          <NameField
            create={create}
            onChange={setName}
            run={run}
            facts={facts}
            help="Hosts and files are named by it. It cannot be changed later."
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
  const create = { do: 'interface.create', name, instance: job.instance } as const;
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
          <NameField create={create} onChange={setName} run={run} facts={facts} />
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
