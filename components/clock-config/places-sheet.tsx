'use client';
/** On which interfaces of hosts a PTP interface is. */
import { Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { SheetHeading } from '@/components/action/check-list';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { SelectField } from '@/components/ui/select';
import { assignInterfaceVerdict } from '@/lib/domain/clock/ptp-rules';
import { counted } from '@/lib/domain/words';
import type { JobProps } from './clock-job-sheet';
import { ClockSheet } from './clock-sheet';
import { HostInterfaceSelect } from './host-interface-select';

type Place = { host: string; interface: string };
const keyOf = ({ host, interface: name }: Place): string => `${host}/${name}`;

export function PlacesSheet({ job: { ptpInterface: name }, facts, onClose }: JobProps<'places'>) {
  const face = facts.config.interfaces.find((one) => one.name === name);
  const instance = facts.config.instances.find(({ id }) => id === face?.instanceId);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [added, setAdded] = useState<readonly Place[]>([]);
  const [host, setHost] = useState('');
  const [chosen, setChosen] = useState('');
  const places = face?.members ?? [];
  const calls = [
    ...places
      .filter((place) => removed.includes(keyOf(place)))
      .map((place) => ({ do: 'interface.remove', name, ...place }) as const),
    ...added
      .filter((place) => !places.some((one) => keyOf(one) === keyOf(place)))
      .map((place) => ({ do: 'interface.assign', name, ...place }) as const),
  ];
  const hostId = facts.hosts.find(({ hostname }) => hostname === host)?.id;
  const verdict = face && chosen ? assignInterfaceVerdict(face, host, chosen) : null;
  const options = facts.hosts
    .flatMap(({ hostname }) => (hostname ? [hostname] : []))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((value) => ({
      value,
      label: instance?.hosts.includes(value)
        ? value
        : `${value} (${instance?.name ?? 'instance'} is not there)`,
    }));
  return (
    <ClockSheet
      title={`Places of ${name}`}
      sentence="Ports of these interfaces take part, on hosts that the instance is assigned to."
      button={calls.length > 0 ? `Save ${counted(calls.length, 'change')}` : 'Save'}
      done={`Places of ${name} were changed`}
      facts={facts}
      calls={calls}
      gap={calls.length === 0 ? 'Nothing has been changed' : null}
      dirty={calls.length > 0}
      onClose={onClose}
    >
      <div>
        <SheetHeading>Now on</SheetHeading>
        {places.length === 0 && added.length === 0 && <p className="text-ink-3">No interface.</p>}
        <ul>
          {places.map((place) => (
            <PlaceRow
              key={keyOf(place)}
              place={place}
              fate={removed.includes(keyOf(place)) ? 'will be removed' : null}
              onToggle={() =>
                setRemoved(
                  removed.includes(keyOf(place))
                    ? removed.filter((one) => one !== keyOf(place))
                    : [...removed, keyOf(place)],
                )
              }
            />
          ))}
          {added.map((place) => (
            <PlaceRow
              key={keyOf(place)}
              place={place}
              fate="will be assigned"
              onToggle={() => setAdded(added.filter((one) => one !== place))}
            />
          ))}
        </ul>
      </div>
      <fieldset className="flex flex-col gap-3">
        <legend className="pb-2 font-semibold text-body text-ink">Assign to another</legend>
        <SelectField
          label="Host"
          value={host}
          options={options}
          placeholder="Choose a host"
          onChange={(event) => {
            setHost(event.target.value);
            setChosen('');
          }}
        />
        {hostId && (
          <HostInterfaceSelect label="Interface" hostId={hostId} value={chosen} onChange={setChosen} />
        )}
        <Button
          className="w-fit"
          disabledReason={chosen === '' ? 'Choose an interface' : verdict && !verdict.ok ? verdict.why : null}
          onClick={() => {
            setAdded([
              ...added.filter((one) => keyOf(one) !== keyOf({ host, interface: chosen })),
              { host, interface: chosen },
            ]);
            setChosen('');
          }}
        >
          Add to the list
        </Button>
      </fieldset>
    </ClockSheet>
  );
}

function PlaceRow({ place, fate, onToggle }: { place: Place; fate: string | null; onToggle: () => void }) {
  const words = `${place.interface} of ${place.host}`;
  const keeps = fate === 'will be removed';
  return (
    <li className="flex items-center gap-2 border-line border-t py-1.5">
      <span className="mono min-w-0 flex-1 [overflow-wrap:anywhere]">
        {place.host} {place.interface}
      </span>
      {fate && <span className="text-small text-ink-2">{fate}</span>}
      <IconButton
        label={keeps ? `Keep ${words}` : `Remove ${words}`}
        icon={
          keeps ? (
            <Undo2 size={14} strokeWidth={1.75} aria-hidden />
          ) : (
            <Trash2 size={14} strokeWidth={1.75} aria-hidden />
          )
        }
        onClick={onToggle}
      />
    </li>
  );
}
