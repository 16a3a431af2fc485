'use client';
/** An interface of a host, chosen from what the platform says it has. */
import { SelectField } from '@/components/ui/select';
import type { HostInterface } from '@/lib/domain/host-interface';
import { useView } from '@/lib/queries/view';

type Props = {
  label: string;
  help?: string;
  /** Host uuid. */
  hostId: string;
  value: string;
  onChange: (name: string) => void;
};

const words = ({ name, type, class: use }: HostInterface): string =>
  [name, [type, use].filter(Boolean).join(', ')].filter(Boolean).join(': ');

export function HostInterfaceSelect({ label, help, hostId, value, onChange }: Props) {
  const seen = useView('hostInterfaces', { hostId });
  const options = (seen?.data ?? []).map((one) => ({ value: one.name, label: words(one) }));
  return (
    <SelectField
      label={label}
      value={value}
      options={options}
      placeholder={seen?.data ? 'Choose an interface' : seen?.error ? 'Could not be read' : 'Reading'}
      error={seen?.error && !seen.data ? seen.error.message : null}
      help={help}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
