'use client';
/** Making a data network: of each type what it needs. */
import { useState } from 'react';
import { RadioGroup } from '@/components/ui/radio';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { DATA_TYPES } from '@/lib/domain/network/cloud/cloud-networks';
import {
  dataNameVerdict,
  MTU,
  mtuVerdict,
  multicastVerdict,
  TUNNEL,
  type TUNNEL_MODES,
  wholeNumber,
} from '@/lib/domain/network/cloud/data-network-rules';
import type { NetworkCall } from '@/lib/domain/network/cloud/network-calls';
import { cleanAddress } from '@/lib/domain/network/cloud/pool-form';
import { faultOf, wholeFault } from './field-faults';
import type { JobProps } from './network-job-sheet';
import { NetworkSheet } from './network-sheet';

type DataType = (typeof DATA_TYPES)[number];
type Mode = (typeof TUNNEL_MODES)[number];

const TYPE_HELP: Record<DataType, string> = {
  flat: 'Frames without a tag: one network on an interface',
  vlan: 'Frames with a VLAN tag, of which workloads ask for one',
  vxlan: 'Frames in UDP between hosts',
};
const TYPES = DATA_TYPES.map((value) => ({ value, label: value, help: TYPE_HELP[value] }));
const MODES = [
  { value: 'dynamic', label: 'dynamic: hosts find each other by multicast' },
  { value: 'static', label: 'static: hosts are told of each other' },
];

const EMPTY = {
  ...{ name: '', description: '', mtu: String(MTU.usual), group: String(TUNNEL.multicastGroup) },
  ...{ port: String(TUNNEL.port), ttl: String(TUNNEL.ttl) },
};

export function CreateDataSheet({ facts, onClose }: JobProps<'create-data'>) {
  const [type, setType] = useState<DataType>('vlan');
  const [mode, setMode] = useState<Mode>('dynamic');
  const [typed, setTyped] = useState(EMPTY);
  const set = (field: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  const name = typed.name.trim();
  const group = cleanAddress(typed.group);
  const [mtu, port, ttl] = [wholeNumber(typed.mtu), wholeNumber(typed.port), wholeNumber(typed.ttl)];
  const tunnel = type === 'vxlan';
  const call: NetworkCall = {
    ...{ do: 'data.create', name, type, description: typed.description.trim() || null, mtu: mtu ?? 0 },
    ...{ mode: tunnel ? mode : null, port: tunnel ? port : null, ttl: tunnel ? ttl : null },
    multicastGroup: tunnel && mode === 'dynamic' ? group : null,
  };
  return (
    <NetworkSheet
      title="Create data network"
      sentence="Workloads reach it through interfaces of class data, pci-sriov and pci-passthrough, once these are assigned to it."
      button="Create data network"
      done={`${name} was created`}
      facts={facts}
      calls={[call]}
      gap={name === '' ? 'Give it a name' : null}
      dirty={JSON.stringify(typed) !== JSON.stringify(EMPTY)}
      onClose={onClose}
    >
      {(run) => (
        <>
          <TextField
            label="Name"
            mono
            data-autofocus=""
            value={typed.name}
            onChange={set('name')}
            help="It cannot be changed later."
            error={name === '' ? null : faultOf(dataNameVerdict(name, facts.cloud), run)}
          />
          <RadioGroup label="Type" value={type} onValueChange={setType} options={TYPES} />
          <TextField
            label="Description"
            optional
            value={typed.description}
            maxLength={255}
            onChange={set('description')}
          />
          <TextField
            label="MTU"
            mono
            unit="bytes"
            inputMode="numeric"
            value={typed.mtu}
            onChange={set('mtu')}
            help={`${MTU.least} to ${MTU.most}`}
            error={wholeFault(typed.mtu) ?? faultOf(mtuVerdict(mtu ?? 0))}
          />
          {tunnel && (
            <fieldset className="flex flex-col gap-4 border-line border-l pl-3">
              <legend className="pb-2 font-semibold text-body text-ink">VXLAN</legend>
              <SelectField
                label="Mode"
                value={mode}
                options={MODES}
                onChange={(event) => setMode(event.target.value === 'static' ? 'static' : 'dynamic')}
              />
              {mode === 'dynamic' && (
                <TextField
                  label="Multicast group"
                  mono
                  value={typed.group}
                  onChange={set('group')}
                  help="An IPv4 or IPv6 address, as 239.0.0.1 or ff05::1"
                  error={faultOf(multicastVerdict(group))}
                />
              )}
              <TextField
                label="UDP port"
                mono
                inputMode="numeric"
                value={typed.port}
                onChange={set('port')}
                help="Usually 4789; 4790 and 8472 are in use as well"
                error={wholeFault(typed.port)}
              />
              <TextField
                label="TTL"
                mono
                inputMode="numeric"
                value={typed.ttl}
                onChange={set('ttl')}
                help="How many routers a packet may pass, 1 to 255"
                error={wholeFault(typed.ttl)}
              />
            </fieldset>
          )}
        </>
      )}
    </NetworkSheet>
  );
}
