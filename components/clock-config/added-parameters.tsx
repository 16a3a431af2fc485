'use client';
/** Lines for parameters to add: section, name and value. Known names are offered with what they mean; any other is taken. */
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import type { AddedParameter } from '@/lib/domain/clock/ptp-parameter-form';
import { type ParameterHelp, valueRemark } from '@/lib/domain/clock/ptp-parameter-help';

type Props = {
  added: readonly AddedParameter[];
  onChange: (next: readonly AddedParameter[]) => void;
  /** Sections to offer; empty where there are none (PTP interfaces). */
  sections: readonly string[];
  known: (section: string) => readonly ParameterHelp[];
  /** What the platform said of a line, by its id. */
  faults: Readonly<Record<string, string>>;
};

let count = 0;
const empty = (): AddedParameter => {
  count += 1;
  return { id: `added-${count}`, section: 'global', name: '', value: '' };
};

export function AddedParameters({ added, onChange, sections, known, faults }: Props) {
  const change = (id: string, part: Partial<AddedParameter>) =>
    onChange(added.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="pb-2 font-semibold text-body text-ink">Add parameters</legend>
      {added.map((one, index) => (
        <Line
          key={one.id}
          one={one}
          place={added.length > 1 ? ` ${index + 1}` : ''}
          sections={sections}
          known={known(one.section)}
          fault={faults[one.id]}
          onChange={(part) => change(one.id, part)}
          onRemove={() => onChange(added.filter(({ id }) => id !== one.id))}
        />
      ))}
      <Button
        className="w-fit"
        icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
        onClick={() => onChange([...added, empty()])}
      >
        Add parameter
      </Button>
    </fieldset>
  );
}

type LineProps = {
  one: AddedParameter;
  /** " 2" where there are several lines, so that each field has a name of its own. */
  place: string;
  sections: readonly string[];
  known: readonly ParameterHelp[];
  fault: string | undefined;
  onChange: (part: Partial<AddedParameter>) => void;
  onRemove: () => void;
};

function Line({ one, place, sections, known, fault, onChange, onRemove }: LineProps) {
  const id = useId();
  const help = known.find(({ name }) => name === one.name);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-2 border-line border-t pt-3">
      {sections.length > 0 && (
        <TextField
          className="col-span-3"
          label={`Section${place}`}
          mono
          list={`${id}-sections`}
          value={one.section}
          onChange={(event) => onChange({ section: event.target.value })}
        />
      )}
      <TextField
        label={`Parameter${place}`}
        mono
        list={`${id}-names`}
        value={one.name}
        onChange={(event) => onChange({ name: event.target.value })}
        help={
          help
            ? help.help
            : one.name === ''
              ? undefined
              : 'Not a name that Roost knows. It is passed on as it is.'
        }
      />
      <TextField
        label={`Value${place}`}
        mono
        value={one.value}
        unit={help?.unit}
        list={help?.choices ? `${id}-values` : undefined}
        onChange={(event) => onChange({ value: event.target.value })}
        error={fault ?? null}
        help={valueRemark(help, one.value) ?? (help?.default ? `Default ${help.default}` : undefined)}
      />
      <span className="pt-6">
        <IconButton
          label={`Remove line${place}`}
          icon={<X size={14} strokeWidth={1.75} aria-hidden />}
          onClick={onRemove}
        />
      </span>
      <datalist id={`${id}-names`}>
        {known.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id={`${id}-sections`}>
        {sections.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id={`${id}-values`}>
        {help?.choices?.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </div>
  );
}
