'use client';
/** The fields of a host in three sections. What is wrong is decided by lib/domain/host-edit. */
import { type FieldErrors, type Resolver, type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import type { Host } from '@/lib/domain/host';
import { draftFaults, draftOf, type HostDraft, isAsked } from '@/lib/domain/host-edit';
import { FIELD_SPECS, type FieldSpec } from '@/lib/domain/host-fields';
import type { RuleContext } from '@/lib/domain/host-rules/context';
import { BoardNotes } from './board/board-notes';
import { EditHostField } from './edit-host-field';

const SECTIONS: readonly { step: FieldSpec['step']; title: string; short: string }[] = [
  { step: 'host', title: 'Host', short: 'Host' },
  { step: 'install', title: 'Installation', short: 'Installation' },
  { step: 'board', title: 'Board management', short: 'Board' },
];

export type HostForm = { form: UseFormReturn<HostDraft>; draft: HostDraft };

/** The form, filled once: later readings change what may be edited, never what was typed. */
export function useHostForm(host: Host, context: RuleContext): HostForm {
  const resolver: Resolver<HostDraft> = (values) => {
    const faults = Object.entries(draftFaults(host, values, context));
    if (faults.length === 0) return { values, errors: {} };
    const errors: FieldErrors<HostDraft> = {};
    for (const [field, message] of faults) Object.assign(errors, { [field]: { type: 'rule', message } });
    return { values: {}, errors };
  };
  const form = useForm<HostDraft>({ defaultValues: draftOf(host), mode: 'onTouched', resolver });
  const draft: HostDraft = { ...draftOf(host), ...useWatch({ control: form.control }) };
  return { form, draft };
}

type Props = HostForm & {
  id: string;
  host: Host;
  context: RuleContext;
  onSave: (values: HostDraft) => Promise<void>;
  /** One section alone. */
  part?: 'board' | undefined;
};

export function EditHostForm({ id, form, host, draft, context, onSave, part }: Props) {
  const sections = SECTIONS.filter(({ step }) => part === undefined || step === part);
  return (
    <form id={id} noValidate autoComplete="off" onSubmit={(event) => void form.handleSubmit(onSave)(event)}>
      {part === undefined && <SectionJumps form={id} />}
      {sections.map(({ step, title }) => (
        <fieldset key={step} id={sectionId(id, step)} className="scroll-mt-16 pb-5 last:pb-0">
          <legend className={part ? 'sr-only' : 'pb-3 text-body font-semibold text-ink'}>{title}</legend>
          <div className="grid gap-x-4 gap-y-3.5 md:grid-cols-2">
            {FIELD_SPECS.filter((spec) => spec.step === step && isAsked(spec.field, host, draft)).map(
              (spec) => (
                <EditHostField
                  key={spec.field}
                  spec={spec}
                  control={form.control}
                  host={host}
                  draft={draft}
                  context={context}
                />
              ),
            )}
            {step === 'board' && <BoardNotes host={host} draft={draft} hosts={context.hosts} />}
          </div>
        </fieldset>
      ))}
    </form>
  );
}

const sectionId = (form: string, step: FieldSpec['step']): string => `${form}-${step}`;

/** On a phone the form is four screens long: one tap leads to each of its parts, from wherever it is. */
function SectionJumps({ form }: { form: string }) {
  return (
    <div className="sticky -top-4 z-10 -mx-4 -mt-4 mb-3 flex gap-2 border-b border-line bg-raised px-4 py-2 md:hidden">
      {SECTIONS.map(({ step, title, short }) => (
        <Button
          key={step}
          className="flex-1"
          aria-label={`To ${title}`}
          onClick={() => document.getElementById(sectionId(form, step))?.scrollIntoView({ block: 'start' })}
        >
          {short}
        </Button>
      ))}
    </div>
  );
}
