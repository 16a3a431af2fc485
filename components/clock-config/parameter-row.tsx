'use client';
/** One parameter that is set: its value, its default, and who else has it before it is changed. */
import { Trash2, Undo2 } from 'lucide-react';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import type { ParameterField } from '@/lib/domain/clock/ptp-parameter-form';
import { valueRemark } from '@/lib/domain/clock/ptp-parameter-help';
import { counted } from '@/lib/domain/words';

type Props = {
  field: ParameterField;
  typed: string;
  changed: boolean;
  removed: boolean;
  forAll: boolean;
  /** What the platform said of it. */
  fault: string | null;
  onType: (value: string) => void;
  onRemove: (removed: boolean) => void;
  onForAll: (all: boolean) => void;
};

export function ParameterRow(props: Props) {
  const { field, typed, changed, removed, forAll, fault, onType, onRemove, onForAll } = props;
  const { name, help, value, sharedWith } = field;
  const label = name === '' ? 'No name' : name;
  if (removed) {
    return (
      <div className="flex items-center gap-2">
        <span className="mono min-w-0 flex-1 text-ink-3 line-through [overflow-wrap:anywhere]">
          {label}={value}
        </span>
        <span className="text-small text-ink-2">Will be removed</span>
        <IconButton
          label={`Keep ${label}`}
          icon={<Undo2 size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => onRemove(false)}
        />
      </div>
    );
  }
  const remark = valueRemark(help, typed);
  const words = [
    remark ?? help?.help,
    help?.default ? `Default ${help.default}${help.unit ? ` ${help.unit}` : ''}.` : null,
  ];
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-start gap-2">
        <TextField
          className="min-w-0 flex-1"
          label={<span className="mono">{label}</span>}
          mono
          value={typed}
          unit={help?.unit}
          onChange={(event) => onType(event.target.value)}
          error={fault}
          // "was …" follows with a stop of its own.
          help={words
            .filter(Boolean)
            .join(' ')
            .replace(changed ? /\.$/ : '', '')}
          was={changed ? value : null}
        />
        <span className="pt-6">
          <IconButton
            label={`Remove ${label}`}
            icon={<Trash2 size={14} strokeWidth={1.75} aria-hidden />}
            onClick={() => onRemove(true)}
          />
        </span>
      </div>
      {changed && sharedWith.length > 0 && (
        <Note
          tone="minor"
          live="polite"
          title={`${label} is shared with ${counted(sharedWith.length, 'other')}.`}
        >
          <span className="mono">{sharedWith.join(', ')}</span>
          <span className="block pt-1.5">
            <Checkbox
              checked={forAll}
              onCheckedChange={onForAll}
              label={`Change ${label} for all of them`}
              help="Otherwise only this one gets the new value, and the others keep theirs."
            />
          </span>
        </Note>
      )}
    </div>
  );
}
