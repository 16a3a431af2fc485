'use client';
/** The left side: YAML in its editor, or values one by one, and whether what was typed can be read. */
import { Check, CircleX } from 'lucide-react';
import { TextareaField } from '@/components/ui/textarea';
import type { Previewed } from '@/lib/domain/application/overrides/preview';
import { digitSets, type SetFault } from '@/lib/domain/application/overrides/sets';
import { formatCounted } from '@/lib/format/number';
import { CodeEditor } from './code-editor';
import type { Draft } from './drafts';

type Props = {
  by: 'yaml' | 'set';
  draft: Draft;
  previewed: Previewed;
  sets: readonly string[];
  setFaults: readonly SetFault[];
  readOnly: boolean;
  hintId: string;
  onChange: (part: Pick<Partial<Draft>, 'yaml' | 'sets'>) => void;
};

type LineFault = { line: number; message: string };

export function TypedValues(props: Props) {
  const { by, draft, previewed, sets, setFaults, readOnly, hintId, onChange } = props;
  const faults: readonly LineFault[] =
    by === 'set' ? setFaults : previewed.state === 'faulty' ? previewed.faults : [];
  const digits = digitSets(sets);
  return (
    <section aria-label="User overrides" className="flex min-w-0 flex-col lg:border-line lg:border-r">
      <header className="panel-head">
        <h3>User overrides</h3>
        <span className="panel-meta">{by === 'yaml' ? 'YAML' : 'one a line'}</span>
        <span className="panel-actions">
          <Parses previewed={previewed} faults={faults} />
        </span>
      </header>
      {by === 'yaml' ? (
        <>
          <div className="min-h-64 flex-1 lg:h-96 lg:flex-none">
            <CodeEditor
              label="User overrides, YAML"
              describedBy={hintId}
              text={draft.yaml}
              readOnly={readOnly}
              onChange={(yaml) => onChange({ yaml })}
            />
          </div>
          <p id={hintId} className="border-line border-t px-3.5 py-1.5 text-ink-3 text-small">
            {readOnly
              ? 'To read only: your role changes no overrides.'
              : 'Tab indents. Escape, then Tab, leaves the editor. The platform keeps values, not comments or order.'}
          </p>
        </>
      ) : (
        <div className="flex flex-1 flex-col gap-2 p-3.5">
          <TextareaField
            label="Values to set"
            help="image.tag=v2, list[0].name=x; a dot in a name as \."
            mono
            rows={8}
            readOnly={readOnly}
            value={draft.sets}
            onChange={({ target }) => onChange({ sets: target.value })}
          />
          {digits.length > 0 && (
            <p className="text-ink-2 text-small">
              The platform takes digits alone for a text: <span className="mono">{digits.join(', ')}</span>.
              Give numbers as YAML.
            </p>
          )}
        </div>
      )}
      {faults.length > 0 && (
        <ul aria-label="Faults" className="border-line border-t px-3.5 py-2 text-crit-fg text-small">
          {faults.map(({ line, message }) => (
            <li key={`${line} ${message}`}>
              Line {line}: {message}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** "Parses, 2 changes", or how many lines do not. Told as it changes; the faults themselves are listed below. */
function Parses({ previewed, faults }: { previewed: Previewed; faults: readonly LineFault[] }) {
  const [first] = faults;
  const bad = first !== undefined;
  const words = bad
    ? `Line ${first.line} does not parse${faults.length > 1 ? `, and ${faults.length - 1} more` : ''}`
    : previewed.state === 'known'
      ? `Parses, ${previewed.preview.changes.length === 0 ? 'no changes' : formatCounted(previewed.preview.changes.length, 'change')}`
      : 'Parses';
  const Icon = bad ? CircleX : Check;
  return (
    <span
      role="status"
      className={
        bad
          ? 'flex items-center gap-1.5 text-crit-fg text-small'
          : 'flex items-center gap-1.5 text-ok-fg text-small'
      }
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden className="flex-none" />
      {words}
    </span>
  );
}
