'use client';
/** Filesystems with a new size each: what is typed, what is wrong with it, and what it takes of the volume group. */
import { useState } from 'react';
import type { StepRunState } from '@/components/action/use-step-run';
import { Bar } from '@/components/ui/bar';
import { TextField } from '@/components/ui/text-field';
import type { Unknown } from '@/lib/domain/host';
import type { Failure, Verdict } from '@/lib/domain/result';
import { type FsSize, gibOf, type Sized } from '@/lib/domain/storage/fs-size';
import { namedIn } from '@/lib/domain/storage/named-in';
import { formatGib } from '@/lib/format/bytes';

export type Typed = Readonly<Record<string, string>>;
type Line = Sized & { help: string };

/** What was typed so far, by filesystem; an untouched field is not among it. */
export const useTypedSizes = () => useState<Typed>({});

const textOf = (one: Sized, typed: Typed): string => typed[one.name] ?? String(one.sizeGib ?? '');

/** Those that a person changed. What is no number is not among them: its field says so. */
const sizesTyped = (all: readonly Sized[], typed: Typed): FsSize[] =>
  all.flatMap((one) => {
    const sizeGib = gibOf(textOf(one, typed));
    return sizeGib === null || sizeGib === one.sizeGib ? [] : [{ name: one.name, sizeGib }];
  });

/** Whether a field holds what is no size. */
const hasOdd = (all: readonly Sized[], typed: Typed): boolean =>
  all.some((one) => typed[one.name] !== undefined && gibOf(textOf(one, typed)) === null);

/** The filesystems that a refusal names, of those that were changed. */
const refusedNames = (failure: Failure | undefined, sizes: readonly FsSize[]): string[] =>
  failure?.kind === 'refused'
    ? namedIn(
        failure.message,
        sizes.map(({ name }) => name),
      )
    : [];

/** What a sheet that resizes several says of what was typed so far. */
export function resizing(all: readonly Sized[], typed: Typed) {
  const sizes = sizesTyped(all, typed);
  const count = sizes.length;
  const odd = hasOdd(all, typed) ? 'Sizes are whole numbers of GiB' : null;
  return {
    sizes,
    form: {
      button: count === 1 ? 'Save 1 change' : `Save ${count} changes`,
      gap: odd ?? (count === 0 ? 'Nothing has been changed' : null),
      dirty: count > 0,
      beside: (failure: Failure) => refusedNames(failure, sizes).length > 0,
    },
  };
}

type Props = {
  lines: readonly Line[];
  typed: Typed;
  onChange: (typed: Typed) => void;
  /** Of a size that was typed. */
  judge: (name: string, sizeGib: number) => Verdict;
  run: Pick<StepRunState<unknown>, 'failure'>;
  sizes: readonly FsSize[];
};

export function SizeFields({ lines, typed, onChange, judge, run, sizes }: Props) {
  const refused = refusedNames(run.failure, sizes);
  const errorOf = (one: Sized): string | null => {
    if (refused[0] === one.name && run.failure) return wordsOf(run.failure);
    if (refused.includes(one.name)) return `Refused, see ${refused[0]}`;
    if (typed[one.name] === undefined) return null;
    const sizeGib = gibOf(textOf(one, typed));
    if (sizeGib === null) return 'A whole number of GiB';
    if (sizeGib === one.sizeGib) return null;
    const verdict = judge(one.name, sizeGib);
    // What it was before follows in the same line.
    return verdict.ok ? null : verdict.why.replace(/\.$/, '');
  };
  return (
    <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
      {lines.map((one, index) => {
        const text = textOf(one, typed);
        const was = String(one.sizeGib ?? '');
        return (
          <TextField
            key={one.name}
            label={<span className="mono">{one.name}</span>}
            mono
            unit="GiB"
            inputMode="numeric"
            {...(index === 0 ? { 'data-autofocus': '' } : {})}
            value={text}
            was={text === was ? null : was}
            help={one.help}
            error={errorOf(one)}
            onChange={(event) => onChange({ ...typed, [one.name]: event.target.value })}
          />
        );
      })}
    </div>
  );
}

const wordsOf = ({ message, requestId }: Failure): string =>
  requestId ? `${message} (request ${requestId})` : message;

type RoomProps = {
  /** "cgts-vg of worker-0". */
  place: string;
  growthGib: Unknown<number>;
  freeGib: Unknown<number>;
};

/** What the changes take of what is free, as it is typed. */
export function RoomLine({ place, growthGib, freeGib }: RoomProps) {
  const over = growthGib !== null && freeGib !== null && growthGib > freeGib;
  const words =
    growthGib === null ? 'Growth unknown: a size of now is not known' : `${formatGib(growthGib)} more`;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span>
          <span className="mono">{place}</span>{' '}
          <span className={over ? 'text-crit-fg' : 'text-ink-2'}>{words}</span>
        </span>
        <span className="text-ink-2 tabular-nums">
          {freeGib === null ? (
            <span className="text-unk-fg">Free space unknown</span>
          ) : (
            `${formatGib(freeGib)} free`
          )}
        </span>
      </p>
      {growthGib !== null && freeGib !== null && (
        <Bar
          label={`${words} of ${formatGib(freeGib)} free on ${place}`}
          max={Math.max(freeGib, growthGib)}
          parts={[{ value: growthGib, tone: over ? 'crit' : 'accent' }]}
        />
      )}
    </div>
  );
}
