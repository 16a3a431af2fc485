'use client';
/** The fields that making a pool and changing one have in common: its ranges, and the addresses that it keeps. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import { type PoolRange, RESERVED, type Reserved } from '@/lib/domain/network/cloud/cloud-networks';
import { RESERVED_WORDS } from '@/lib/domain/network/cloud/pool-facts';
import { cleanAddress, rangeVerdicts, reservedVerdict } from '@/lib/domain/network/cloud/pool-form';
import type { Subnet } from '@/lib/domain/network/subnet';
import { faultOf } from './field-faults';

export type TypedRange = PoolRange & { id: number };
export type TypedReserved = Readonly<Record<Reserved, string>>;

/** Ranges as they are sent. What nobody typed into is left out. */
export const rangesTyped = (ranges: readonly TypedRange[]): PoolRange[] =>
  ranges
    .map(({ start, end }) => ({ start: cleanAddress(start), end: cleanAddress(end) }))
    .filter(({ start, end }) => start !== '' || end !== '');

/** A list of ranges that a person edits. */
export function useTypedRanges(first: readonly PoolRange[]) {
  return useState<readonly TypedRange[]>(() => first.map((range, id) => ({ ...range, id })));
}

type RangesProps = {
  ranges: readonly TypedRange[];
  onChange: (ranges: readonly TypedRange[]) => void;
  /** null: there is no network to hold them against yet. */
  subnet: Subnet | null;
  /** What the platform takes where there is none. */
  usual: PoolRange | null;
};

export function RangeFields({ ranges, onChange, subnet, usual }: RangesProps) {
  const cleaned = ranges.map(({ start, end }) => ({ start: cleanAddress(start), end: cleanAddress(end) }));
  const verdicts = subnet ? rangeVerdicts(cleaned, subnet) : [];
  const set = (id: number, to: Partial<PoolRange>) =>
    onChange(ranges.map((one) => (one.id === id ? { ...one, ...to } : one)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-2 font-semibold text-body text-ink">Ranges</legend>
      {ranges.length === 0 && (
        <p className="text-ink-2">
          {usual ? (
            <>
              None: the platform takes <span className="mono">{usual.start}</span> to{' '}
              <span className="mono">{usual.end}</span>.
            </>
          ) : (
            'None: the platform takes all of the network.'
          )}
        </p>
      )}
      {ranges.map(({ id, start, end }, index) => {
        const verdict = verdicts[index];
        const half = cleaned[index]?.start === '' || cleaned[index]?.end === '';
        return (
          <div key={id} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2">
            <TextField
              label={`First address of range ${index + 1}`}
              mono
              value={start}
              onChange={(event) => set(id, { start: event.target.value })}
              error={verdict && !verdict.ok && !half ? verdict.why : null}
            />
            <TextField
              label={`Last address of range ${index + 1}`}
              mono
              value={end}
              onChange={(event) => set(id, { end: event.target.value })}
            />
            <span className="pt-6">
              <IconButton
                label={`Remove range ${index + 1}`}
                icon={<X size={14} strokeWidth={1.75} aria-hidden />}
                onClick={() => onChange(ranges.filter((one) => one.id !== id))}
              />
            </span>
          </div>
        );
      })}
      <Button
        className="w-fit"
        icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
        onClick={() =>
          onChange([...ranges, { id: Math.max(-1, ...ranges.map(({ id }) => id)) + 1, start: '', end: '' }])
        }
      >
        Add range
      </Button>
    </fieldset>
  );
}

type ReservedProps = {
  reserved: TypedReserved;
  /** What each was before; without it nothing is marked as changed. */
  first?: TypedReserved;
  onChange: (reserved: TypedReserved) => void;
  subnet: Subnet | null;
  ranges: readonly PoolRange[];
};

export function ReservedFields({ reserved, first, onChange, subnet, ranges }: ReservedProps) {
  const cleaned = Object.fromEntries(RESERVED.map((which) => [which, cleanAddress(reserved[which])]));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-2 font-semibold text-body text-ink">Kept for the controllers</legend>
      <div className="grid gap-3 md:grid-cols-2">
        {RESERVED.map((which) => (
          <TextField
            key={which}
            label={RESERVED_WORDS[which]}
            optional
            mono
            value={reserved[which]}
            onChange={(event) => onChange({ ...reserved, [which]: event.target.value })}
            was={first && first[which] !== reserved[which] ? first[which] : null}
            error={subnet ? faultOf(reservedVerdict(which, cleaned, subnet, ranges)) : null}
          />
        ))}
      </div>
    </fieldset>
  );
}
