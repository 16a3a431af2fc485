'use client';
/** Where the tarball lies, and what has to be given where it does not tell. */
import { Checkbox } from '@/components/ui/checkbox';
import { Segmented } from '@/components/ui/segmented';
import { TextField } from '@/components/ui/text-field';
import { TarballField } from '../tarball/tarball-field';
import { placeFault, type useUploadForm } from './use-upload-form';

const SOURCES = [
  { value: 'file', label: 'Computer' },
  { value: 'address', label: 'Address' },
  { value: 'path', label: 'Controller' },
] as const;

export function UploadFieldset({ form }: { form: ReturnType<typeof useUploadForm> }) {
  const { from, setFrom, fields, set, picked, pick, facts, tellsItself } = form;
  const asksName = from !== 'file' || picked?.reading?.kind === 'sealed' || (facts !== null && !tellsItself);
  return (
    <>
      <div>
        <Segmented label="Where the tarball is" options={SOURCES} value={from} onValueChange={setFrom} />
      </div>
      {/* Hidden, so that a picked file is not lost by looking at the others. */}
      <div hidden={from !== 'file'}>
        <TarballField
          label="Tarball"
          help="A file .tgz or .tar.gz"
          {...{ picked, error: form.tooLarge }}
          onPick={pick}
        />
      </div>
      {from !== 'file' && <PlaceField key={from} from={from} text={fields[from]} set={set} />}
      {asksName && (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label="Name"
            mono
            optional={facts === null}
            help={facts ? 'The tarball does not tell it' : 'Counts where the tarball tells none'}
            value={fields.name}
            onChange={({ target }) => set({ name: target.value })}
          />
          <TextField
            label="Version"
            mono
            optional={facts === null}
            value={fields.version}
            onChange={({ target }) => set({ version: target.value })}
          />
        </div>
      )}
      {form.hasCentralRegistry && (
        <Checkbox
          label="Put its images into the central registry"
          help="The registry of this System Controller, from which subclouds fetch them."
          checked={fields.images}
          onCheckedChange={(images) => set({ images })}
        />
      )}
    </>
  );
}

type PlaceProps = {
  from: 'address' | 'path';
  text: string;
  set: (changes: { address?: string; path?: string }) => void;
};

const PLACES = {
  address: {
    label: 'Address',
    help: 'http or https. The controller fetches it, and has to reach the server',
    placeholder: 'https://tarballs.example.com/app-1.0-1.tgz',
  },
  path: {
    label: 'Path on the active controller',
    help: 'From the root, with a name that ends with .tgz or .tar.gz',
    placeholder: '/home/sysadmin/app-1.0-1.tgz',
  },
} as const;

/** An address or a path, checked once there is something to check. */
export function PlaceField({ from, text, set }: PlaceProps) {
  const fault = text.trim() === '' ? null : placeFault(from, text.trim());
  return (
    <TextField
      {...PLACES[from]}
      mono
      inputMode={from === 'address' ? 'url' : 'text'}
      error={fault}
      value={text}
      onChange={({ target }) => set({ [from]: target.value })}
    />
  );
}
