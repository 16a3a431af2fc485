'use client';
/** How often a group of sensors is read, and what is done when one of them is out of its limits. */
import { useState } from 'react';
import { JobWait } from '@/components/action/job-wait';
import { OptionField } from '@/components/action/option-field';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { hostName } from '@/lib/domain/host';
import { option } from '@/lib/domain/option';
import {
  type Actions,
  LEVELS,
  type Level,
  type SensorGroup,
  sensorLook,
  sensorsIn,
} from '@/lib/domain/sensor/sensor';
import type { GroupChange } from '@/lib/domain/sensor/sensor-calls';
import {
  ACTION_WORDS,
  actionChoices,
  INTERVAL,
  intervalVerdict,
  raisesAlarm,
} from '@/lib/domain/sensor/sensor-rules';
import { counted } from '@/lib/domain/words';
import { formatCounted } from '@/lib/format/number';
import { SensorSheet } from './sensor-sheet';
import type { SensorsSeen } from './use-host-sensors';

type Props = { seen: SensorsSeen; group: SensorGroup | undefined; onClose: () => void };

export function GroupSheet({ seen, group, onClose }: Props) {
  const [first, setFirst] = useState(group);
  if (!first && group) setFirst(group);
  if (!first)
    return (
      <JobWait
        title="Change sensors"
        what="sensors"
        finding="This group is not there any more."
        error="The sensors may have been learnt anew."
        onClose={onClose}
      />
    );
  return <Form seen={seen} first={first} present={group} onClose={onClose} />;
}

type FormProps = {
  seen: SensorsSeen;
  /** As it was when the form was opened: what "was" and "changed" are measured by. */
  first: SensorGroup;
  /** As the newest reading has it; undefined when it is gone. */
  present: SensorGroup | undefined;
  onClose: () => void;
};

function Form({ seen, first, present, onClose }: FormProps) {
  const { host, model } = seen;
  const was = first.intervalSeconds === null ? '' : String(first.intervalSeconds);
  const [interval, setIntervalText] = useState(was);
  const [actions, setActions] = useState<Actions>(first.actions);
  const seconds = /^\d+$/.test(interval.trim()) ? Number(interval.trim()) : Number.NaN;
  const verdict = interval === was ? null : intervalVerdict(seconds);
  const changed = LEVELS.filter((level) => actions[level] !== first.actions[level]);
  const to: GroupChange = verdict?.ok ? { intervalSeconds: seconds } : {};
  for (const level of changed) Object.assign(to, { [level]: actions[level] });
  const count = changed.length + (interval === was ? 0 : 1);
  const members = sensorsIn(first, model.sensors);
  return (
    <SensorSheet
      title={`Edit ${first.name} of ${hostName(host)}`}
      sentence={`What is set here holds for its ${formatCounted(members.length, 'sensor')}.`}
      button={`Save ${counted(count, 'change')}`}
      done={`${first.name} of ${hostName(host)} was changed`}
      {...{ host, model, onClose }}
      calls={Object.keys(to).length > 0 ? [{ do: 'group.change', group: first.id, to }] : []}
      gap={count === 0 ? 'Nothing has been changed' : verdict && !verdict.ok ? verdict.why : null}
      dirty={count > 0}
    >
      <Drift first={first} present={present} />
      <TextField
        label="Read every"
        mono
        unit="s"
        inputMode="numeric"
        data-autofocus=""
        value={interval}
        was={interval === was ? null : was}
        help={`At least ${INTERVAL.least} seconds`}
        error={verdict && !verdict.ok ? verdict.why : null}
        onChange={({ target }) => setIntervalText(target.value)}
      />
      {verdict?.ok && (
        <Note>
          The hardware monitor reads all sensors of a host at once: it changes the interval of every group of{' '}
          {hostName(host)}.
        </Note>
      )}
      {LEVELS.map((level) => (
        <OptionField
          key={level}
          label={`When a sensor is ${level}`}
          value={actions[level] ?? ''}
          options={actionChoices(first, level).map((one) =>
            option(one, null, ACTION_WORDS[one] ? `${one}: ${ACTION_WORDS[one].toLowerCase()}` : one),
          )}
          was={changed.includes(level) ? (first.actions[level] ?? '') : null}
          onPick={(picked) => setActions({ ...actions, [level]: picked })}
        />
      ))}
      <Consequences levels={changed} {...{ first, actions, members }} />
    </SensorSheet>
  );
}

type ConsequenceProps = {
  levels: readonly Level[];
  first: SensorGroup;
  actions: Actions;
  members: SensorsSeen['model']['sensors'];
};

function Consequences({ levels, first, actions, members }: ConsequenceProps) {
  const drastic = levels.find((level) => actions[level] === 'reset' || actions[level] === 'powercycle');
  const words = levels.flatMap((level) => {
    const there = members.filter((one) => !one.suppressed && sensorLook(one) === level).length;
    const [before, now] = [raisesAlarm(first.actions[level]), raisesAlarm(actions[level])];
    if (there === 0 || before === now) return [];
    return `${formatCounted(there, 'sensor')} of the group ${there === 1 ? 'is' : 'are'} ${level} now: ${
      now ? 'an alarm is raised for each.' : 'the alarms are cleared, and the cause stays.'
    }`;
  });
  return (
    <>
      {drastic && (
        <Note tone="major" title={`A ${drastic} sensor takes the host out of service.`}>
          The platform does it without asking, as often as it happens:{' '}
          {ACTION_WORDS[actions[drastic] ?? '']?.toLowerCase()}.
        </Note>
      )}
      {words.map((one) => (
        <Note key={one} tone="minor">
          {one}
        </Note>
      ))}
    </>
  );
}

/** Somebody else changed what the form shows. Nothing typed is touched by it. */
function Drift({ first, present }: { first: SensorGroup; present: SensorGroup | undefined }) {
  if (!present) return <Note tone="unknown" live="polite" title="This group is not there any more." />;
  const words = [
    ...(present.intervalSeconds === first.intervalSeconds
      ? []
      : [`It is read every ${present.intervalSeconds ?? 'unknown'} s.`]),
    ...LEVELS.filter((level) => present.actions[level] !== first.actions[level]).map(
      (level) => `At ${level} it is ${present.actions[level] ?? 'unknown'}.`,
    ),
  ];
  if (words.length === 0) return null;
  return (
    <Note tone="minor" live="polite" title="This group was changed meanwhile.">
      {words.join(' ')} Saving sends only what you change here.
    </Note>
  );
}
