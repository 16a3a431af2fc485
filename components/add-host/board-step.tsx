'use client';
/** How its board is reached, if at all. The password goes to the platform once. */
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import type { NewHostField } from '@/lib/domain/new-host/draft';
import { BigChoices } from './big-choices';
import type { StepProps } from './step-props';

const TYPES = [
  { value: 'none', title: 'None', detail: 'Power is switched by hand, and sensors are not read' },
  { value: 'dynamic', title: 'Dynamic (learn)', detail: 'The platform finds out: Redfish, then IPMI' },
  { value: 'redfish', title: 'Redfish' },
  { value: 'ipmi', title: 'IPMI' },
];

export function BoardStep({ add, shown }: StepProps) {
  const { host, passwordGiven } = add.draft;
  const error = (field: NewHostField | 'bmPassword') => (shown ? (add.faults[field] ?? null) : null);
  return (
    <>
      <BigChoices
        label="Board management"
        hideLabel
        columns={2}
        value={host.bmType}
        choices={TYPES}
        onPick={(bmType) => add.set({ bmType })}
      />
      {host.bmType !== 'none' && (
        <>
          <TextField
            label="Board management address"
            help="IPv4 or IPv6, the same family as the OAM network"
            mono
            autoCapitalize="none"
            value={host.bmAddress}
            error={error('bmAddress')}
            onChange={({ target }) => add.set({ bmAddress: target.value })}
          />
          <TextField
            label="User"
            help="At most 16 characters"
            autoCapitalize="none"
            value={host.bmUserName}
            error={error('bmUserName')}
            onChange={({ target }) => add.set({ bmUserName: target.value })}
          />
          <PasswordField
            label="Password"
            optional
            autoComplete="new-password"
            data-1p-ignore=""
            help={
              passwordGiven && add.password === ''
                ? 'It was typed before and not kept. Type it again'
                : 'Goes to the platform once. Roost does not keep it'
            }
            value={add.password}
            error={error('bmPassword')}
            onChange={({ target }) => add.setPassword(target.value)}
          />
        </>
      )}
    </>
  );
}
