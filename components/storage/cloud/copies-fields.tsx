'use client';
/** How many copies of everything Ceph keeps, and with how many of them it still works. */
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { minReplications, replications } from '@/lib/domain/storage/cloud/backend-rules';
import type { StorageState } from '@/lib/domain/storage/cloud/storage-state';

export type Copies = { replication: string; minReplication: string };
export const copiesOf = (text: string): number | null =>
  /^\d{1,2}$/.test(text.trim()) ? Number(text) : null;

/** The least that goes with a number of copies. */
export const usualLeast = (replication: number): number => minReplications(replication)[0] ?? 1;

type Props = {
  kind: string;
  deploymentModel: string | null;
  facts: StorageState;
  copies: Copies;
  first?: Copies;
  onChange: (copies: Copies) => void;
};

export function CopiesFields({ kind, deploymentModel, facts, copies, first, onChange }: Props) {
  const known = replications(kind, deploymentModel, facts);
  const was = (field: keyof Copies): string | null =>
    first && first[field] !== copies[field] ? first[field] || 'unknown' : null;
  const setReplication = (replication: string) => {
    const number = copiesOf(replication);
    onChange({
      replication,
      minReplication: number === null ? copies.minReplication : String(usualLeast(number)),
    });
  };
  if (known === null) {
    return (
      <div className="grid gap-3 md:grid-cols-2">
        <TextField
          label="Replication"
          mono
          inputMode="numeric"
          value={copies.replication}
          was={was('replication')}
          onChange={(event) => onChange({ ...copies, replication: event.target.value })}
          error={copiesOf(copies.replication) === null ? 'A whole number' : null}
        />
        <TextField
          label="Works with at least"
          mono
          inputMode="numeric"
          value={copies.minReplication}
          was={was('minReplication')}
          onChange={(event) => onChange({ ...copies, minReplication: event.target.value })}
          error={copiesOf(copies.minReplication) === null ? 'A whole number' : null}
        />
      </div>
    );
  }
  const own = copiesOf(copies.replication);
  const options = [...new Set([...known.map(String), copies.replication])].filter(Boolean);
  const least = own === null ? [copies.minReplication] : minReplications(own).map(String);
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <SelectField
        label="Replication"
        value={copies.replication}
        was={was('replication')}
        options={options.map((value) => ({ value, label: value }))}
        onChange={(event) => setReplication(event.target.value)}
      />
      <SelectField
        label="Works with at least"
        value={copies.minReplication}
        was={was('minReplication')}
        options={[...new Set([...least, copies.minReplication])]
          .filter(Boolean)
          .map((value) => ({ value, label: value }))}
        onChange={(event) => onChange({ ...copies, minReplication: event.target.value })}
      />
    </div>
  );
}
