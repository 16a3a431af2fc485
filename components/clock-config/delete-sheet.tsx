'use client';
/** Deleting an instance or a PTP interface: what goes with it, and what keeps it. */
import { GoesWithIt } from '@/components/action/goes-with-it';
import type { ClockCall } from '@/lib/domain/clock/ptp-calls';
import type { PtpConfig } from '@/lib/domain/clock/ptp-config';
import { deletedWith } from '@/lib/domain/clock/ptp-rules';
import { counted } from '@/lib/domain/words';
import type { JobProps } from './clock-job-sheet';
import { ClockSheet } from './clock-sheet';

export function DeleteSheet({ job: { of, name }, facts, onClose }: JobProps<'delete'>) {
  const call: ClockCall = { do: of === 'instance' ? 'instance.delete' : 'interface.delete', name };
  const what = of === 'instance' ? `instance ${name}` : `PTP interface ${name}`;
  const effects = of === 'instance' ? ofInstance(name, facts.config) : ofInterface(name, facts.config);
  return (
    <ClockSheet
      title={`Delete ${what}`}
      sentence="It cannot be brought back: its parameters would have to be typed again."
      button={`Delete ${what}`}
      danger
      done={`${name} was deleted`}
      facts={facts}
      calls={[call]}
      gap={null}
      onClose={onClose}
    >
      <GoesWithIt effects={effects} />
    </ClockSheet>
  );
}

type Effect = { title: string; detail?: string };

function ofInstance(name: string, config: PtpConfig): Effect[] {
  const instance = config.instances.find((one) => one.name === name);
  if (!instance) return [];
  const { interfaces, parameters, kept } = deletedWith(instance, config);
  return [
    ...interfaces.map((face) => ({
      title: `PTP interface ${face.name}`,
      detail: face.members > 0 ? `On ${counted(face.members, 'interface')} of hosts.` : 'Not assigned.',
    })),
    ...(parameters.length > 0
      ? [{ title: `${counted(parameters.length, 'parameter')} that nobody else has` }]
      : []),
    ...(kept.length > 0
      ? [{ title: `Others keep ${counted(kept.length, 'parameter')} that they share` }]
      : []),
  ];
}

function ofInterface(name: string, config: PtpConfig): Effect[] {
  const face = config.interfaces.find((one) => one.name === name);
  return (face?.members ?? []).map((member) => ({
    title: `Its place on ${member.interface} of ${member.host}`,
    detail: 'The platform takes it away without asking.',
  }));
}
