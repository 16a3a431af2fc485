'use client';
/** The parameters of an instance or a PTP interface, by section: what is set, what it was, what it would be by default. */
import { useState } from 'react';
import { Note } from '@/components/ui/note';
import type { PtpConfig } from '@/lib/domain/clock/ptp-config';
import {
  changeCount,
  isChanged,
  NO_CHANGES,
  type ParameterDraft,
  type ParameterField,
  type ParameterOwner,
  parameterCalls,
  parameterFields,
  serviceOf,
} from '@/lib/domain/clock/ptp-parameter-form';
import {
  knownInterfaceParameters,
  knownParameters,
  knownSections,
} from '@/lib/domain/clock/ptp-parameter-help';
import { counted } from '@/lib/domain/words';
import { AddedParameters } from './added-parameters';
import type { JobProps } from './clock-job-sheet';
import { ClockSheet } from './clock-sheet';
import { addedFaults, refusedWords } from './parameter-faults';
import { ParameterRow } from './parameter-row';
import type { ClockRunState } from './use-clock-run';

export function ParametersSheet({ job: { owner }, facts, onClose }: JobProps<'parameters'>) {
  // As they were when the form was opened: a later reading changes nothing that is typed.
  const [fields, setFields] = useState(() => parameterFields(owner, facts.config));
  const [draft, setDraft] = useState<ParameterDraft>(NO_CHANGES);
  if (!fields) {
    return (
      <ClockSheet
        title={`Parameters of ${owner.name}`}
        sentence="There is nothing of this name any more."
        button="Save"
        done=""
        facts={facts}
        calls={[]}
        gap={`There is no ${owner.name}`}
        onClose={onClose}
      />
    );
  }
  const service = serviceOf(owner, facts.config) ?? null;
  const count = changeCount(fields, draft);
  const drifted = isDrifted(fields, owner, facts.config);
  return (
    <ClockSheet
      title={`Parameters of ${owner.name}`}
      sentence={
        <>Written to the file of {service ?? 'the service'} as they stand. Not in effect until you apply.</>
      }
      button={count > 0 ? `Save ${counted(count, 'change')}` : 'Save'}
      done={`${owner.name} was changed`}
      facts={facts}
      calls={parameterCalls(owner, fields, draft, facts.config.parameters)}
      gap={count === 0 ? 'Nothing has been changed' : null}
      dirty={count > 0}
      onClose={onClose}
    >
      {(run) => (
        <>
          {drifted && !run.busy && (
            <Note
              tone="minor"
              live="polite"
              title="The parameters were changed meanwhile."
              action={
                <button
                  type="button"
                  className="link"
                  onClick={() => setFields(parameterFields(owner, facts.config))}
                >
                  Show them as they are
                </button>
              }
            />
          )}
          <Sections fields={fields} draft={draft} run={run} onChange={setDraft} />
          <AddedParameters
            added={draft.added}
            onChange={(added) => setDraft({ ...draft, added })}
            sections={owner.of === 'instance' ? knownSections(service) : []}
            known={(section) =>
              owner.of === 'instance' ? knownParameters(service, section) : knownInterfaceParameters(service)
            }
            faults={addedFaults(draft.added, run, owner, facts)}
          />
        </>
      )}
    </ClockSheet>
  );
}

function isDrifted(fields: readonly ParameterField[], owner: ParameterOwner, config: PtpConfig): boolean {
  const now = parameterFields(owner, config);
  return (
    now !== undefined && now.map(({ key }) => key).join('\n') !== fields.map(({ key }) => key).join('\n')
  );
}

type SectionsProps = {
  fields: readonly ParameterField[];
  draft: ParameterDraft;
  run: ClockRunState;
  onChange: (next: ParameterDraft) => void;
};

function Sections({ fields, draft, run, onChange }: SectionsProps) {
  const sections = [...new Set(fields.map(({ section }) => section))];
  if (sections.length === 0) return <p className="text-ink-3">No parameters are set.</p>;
  const without = (list: readonly string[], key: string) => list.filter((one) => one !== key);
  return sections.map((section) => (
    <fieldset key={section} className="flex flex-col gap-2.5">
      <legend className="mono pb-2 font-semibold text-body text-ink">[{section}]</legend>
      {fields
        .filter((field) => field.section === section)
        .map((field) => {
          const { key, name, value } = field;
          const typed = draft.values[key] ?? value;
          return (
            <ParameterRow
              key={key}
              field={field}
              typed={typed}
              changed={isChanged(field, draft)}
              removed={draft.removed.includes(key)}
              forAll={draft.forAll.includes(key)}
              fault={refusedWords(run, section, name, typed)}
              onType={(next) => onChange({ ...draft, values: { ...draft.values, [key]: next } })}
              onRemove={(gone) =>
                onChange({
                  ...draft,
                  removed: gone ? [...draft.removed, key] : without(draft.removed, key),
                })
              }
              onForAll={(all) =>
                onChange({ ...draft, forAll: all ? [...draft.forAll, key] : without(draft.forAll, key) })
              }
            />
          );
        })}
    </fieldset>
  ));
}
