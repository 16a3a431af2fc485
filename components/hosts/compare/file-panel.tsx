'use client';
/** The file on the right: chosen or pasted, what is wrong with it and in which line, and which host of it is meant. */
import { useId, useRef, useState } from 'react';
import { FileField } from '@/components/ui/file-field';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { SelectField } from '@/components/ui/select';
import { TextareaField } from '@/components/ui/textarea';
import {
  type FileFault,
  type FileSubject,
  MOST_LETTERS,
  type ReadFile,
} from '@/lib/domain/declarative/read-file';
import { counted } from '@/lib/domain/words';
import { useStore } from '@/lib/queries/store';
import { changeFile, comparedFile } from './file-store';

type Props = { file: ReadFile | null; subject: FileSubject | null };

export function FilePanel({ file, subject }: Props) {
  const { text, name } = useStore(comparedFile);
  const [unread, setUnread] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const pick = async (picked: File | null) => {
    setUnread(null);
    if (!picked) return;
    if (picked.size > MOST_LETTERS) return setUnread(`${picked.name} is too large to be compared.`);
    try {
      changeFile({ name: picked.name, text: await picked.text(), subject: null });
    } catch {
      setUnread(`${picked.name} could not be read.`);
    }
  };
  const show = (line: number) => {
    const from = text.split('\n', line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const end = text.indexOf('\n', from);
    area.current?.focus();
    area.current?.setSelectionRange(from, end < 0 ? text.length : end);
  };
  const subjects = file?.ok ? file.subjects : [];
  return (
    <Panel
      title="File"
      meta={
        name ??
        (text === '' ? 'stays in this browser' : `${counted(text.split('\n').length, 'line')}, pasted`)
      }
      padded
    >
      <div className="flex flex-col gap-3">
        <div className="grid gap-3 md:grid-cols-2">
          <FileField
            label="Choose a file"
            help="YAML of the Deployment Manager, with a Host or several. It stays in this browser."
            accept=".yaml,.yml,application/yaml,text/yaml"
            error={unread}
            onPick={(picked) => void pick(picked)}
          />
          {subjects.length > 1 && (
            <SelectField
              label="Host in the file"
              mono
              placeholder="Choose a host"
              value={subject?.name ?? ''}
              options={subjects.map(({ name: own, kind }) => ({
                value: own,
                label: kind === 'Host' ? own : `${own} (profile)`,
              }))}
              onChange={({ target }) => changeFile({ subject: target.value || null })}
            />
          )}
        </div>
        <TextareaField
          ref={area}
          label="Or paste it"
          mono
          rows={file?.ok ? 4 : 10}
          value={text}
          error={
            file && !file.ok ? `The file cannot be compared: ${counted(file.faults.length, 'fault')}.` : null
          }
          onChange={({ target }) => changeFile({ name: null, text: target.value })}
        />
        {file && !file.ok && <Faults title="Faults in the file" faults={file.faults} onShow={show} />}
        {file?.ok && file.remarks.length > 0 && (
          <Note
            title={`${counted(file.remarks.length, 'line')} of the file the Deployment Manager would not take as they are.`}
          >
            They are compared all the same.
            <Faults title="Remarks on the file" faults={file.remarks} onShow={show} />
          </Note>
        )}
      </div>
    </Panel>
  );
}

/** More of them nobody reads at once. */
const MOST = 20;

function Faults({
  title,
  faults,
  onShow,
}: {
  title: string;
  faults: readonly FileFault[];
  onShow: (line: number) => void;
}) {
  const id = useId();
  const more = faults.length - MOST;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="sr-only">
        {title}
      </h3>
      <ul className="flex flex-col">
        {faults.slice(0, MOST).map(({ line, message }) => (
          <li key={`${line} ${message}`} className="flex items-baseline gap-2 py-0.5">
            <button type="button" className="link mono shrink-0 max-md:min-h-11" onClick={() => onShow(line)}>
              Line {line}
            </button>
            <span className="min-w-0 [overflow-wrap:anywhere]">{message}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-ink-3">And {more} more.</p>}
    </section>
  );
}
