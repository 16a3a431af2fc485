'use client';
/** The fields of a host in three sections. What is wrong is decided by lib/domain/host-edit. */
import { type FieldErrors, type Resolver, type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import type { Host } from '@/lib/domain/host';
import { draftFaults, draftOf, type HostDraft, isAsked } from '@/lib/domain/host-edit';
import { FIELD_SPECS, type FieldSpec } from '@/lib/domain/host-fields';
import type { RuleContext } from '@/lib/domain/host-rules/context';
import { EditHostField } from './edit-host-field';

const SECTIONS: readonly { step: FieldSpec['step']; title: string }[] = [
  { step: 'host', title: 'Host' },
  { step: 'install', title: 'Installation' },
  { step: 'board', title: 'Board management' },
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
};

export function EditHostForm({ id, form, host, draft, context, onSave }: Props) {
  return (
    <form id={id} noValidate autoComplete="off" onSubmit={(event) => void form.handleSubmit(onSave)(event)}>
      {SECTIONS.map(({ step, title }) => (
        <fieldset key={step} className="pb-5 last:pb-0">
          <legend className="pb-3 text-body font-semibold text-ink">{title}</legend>
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
          </div>
        </fieldset>
      ))}
    </form>
  );
}
