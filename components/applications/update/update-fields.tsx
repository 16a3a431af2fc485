'use client';
/** Where the tarball of the new version lies, a copy to look into, and what is kept of what people set. */
import { OptionField } from '@/components/action/option-field';
import { Segmented } from '@/components/ui/segmented';
import { TextField } from '@/components/ui/text-field';
import { type Option, option } from '@/lib/domain/option';
import { TarballField } from '../tarball/tarball-field';
import { PlaceField } from '../upload/upload-fieldset';
import type { Keeping, useUpdateForm } from './use-update-form';

const SOURCES = [
  { value: 'path', label: 'Controller' },
  { value: 'address', label: 'Address' },
] as const;

const KEEPINGS: Record<Keeping, string> = {
  own: 'As the version says',
  keep: 'Keep them',
  drop: 'Start without them',
};
const keepingOf = (text: string): Keeping => (text === 'keep' || text === 'drop' ? text : 'own');

export function UpdateFields({ form }: { form: ReturnType<typeof useUpdateForm> }) {
  const { fields, set, picked, pick, facts } = form;
  return (
    <>
      <div>
        <Segmented
          label="Where the tarball is"
          options={SOURCES}
          value={fields.from}
          onValueChange={(from) => set({ from })}
        />
      </div>
      <PlaceField key={fields.from} from={fields.from} text={fields[fields.from]} set={set} />
      <TarballField
        label="A copy of it on this computer"
        optional
        help="Looked into here to compare, and not sent"
        {...{ picked }}
        onPick={pick}
      />
      {fields.from === 'address' && facts === null && (
        <TextField
          label="Version"
          mono
          optional
          help="Counts where the tarball tells none"
          value={fields.version}
          onChange={({ target }) => set({ version: target.value })}
        />
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <OptionField
          label="User overrides"
          help="Values that people set on its charts"
          options={optionsOf(facts ? facts.keepsOverrides : null)}
          value={fields.overrides}
          onPick={(text) => set({ overrides: keepingOf(text) })}
        />
        <OptionField
          label="Attributes"
          help="Which of its charts are enabled"
          options={optionsOf(facts ? facts.keepsAttributes : null)}
          value={fields.attributes}
          onPick={(text) => set({ attributes: keepingOf(text) })}
        />
      </div>
    </>
  );
}

/** @param keeps what the new version says; null: not known */
function optionsOf(keeps: boolean | null): Option[] {
  const own = keeps === null ? KEEPINGS.own : `As it says: ${keeps ? 'kept' : 'not kept'}`;
  return [option('own', null, own), option('keep', null, KEEPINGS.keep), option('drop', null, KEEPINGS.drop)];
}
