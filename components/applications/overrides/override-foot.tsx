'use client';
/** What is sent, as a command, and the buttons that send it. What the platform refused stands above them. */
import { LostNote } from '@/components/action/lost-note';
import { StepAnswer } from '@/components/action/step-rows';
import { Button } from '@/components/ui/button';
import { CliLine } from '@/components/ui/cli-line';
import type { Application } from '@/lib/domain/application/application';
import { deedVerdict } from '@/lib/domain/application/application-rules';
import { type ChartRef, overrideCli } from '@/lib/domain/application/overrides/override-calls';
import type { Previewed, Typed } from '@/lib/domain/application/overrides/preview';
import type { SetFault } from '@/lib/domain/application/overrides/sets';
import type { Verdict } from '@/lib/domain/result';
import type { Save } from './use-save';

type Props = {
  application: Application;
  chart: ChartRef;
  may: Verdict;
  typed: Typed;
  dirty: boolean;
  previewed: Previewed;
  setFaults: readonly SetFault[];
  save: Save;
  /** Absent: there is nothing to discard. */
  onDiscard?: () => void;
};

export function OverrideFoot(props: Props) {
  const { application, chart, typed, save, onDiscard } = props;
  const why = save.lost.off ?? whyNot(props);
  const apply = deedVerdict('apply', application);
  const whyNoApply = why ?? (apply.ok ? null : apply.why);
  return (
    <>
      {(save.lost.waiting || save.lost.found) && (
        <div className="border-line border-t p-3.5">
          <LostNote lost={save.lost} deed={`the user overrides of ${chart.chart} were saved`} />
        </div>
      )}
      {save.failure && (
        <div className="border-line border-t p-3.5">
          <StepAnswer results={[]} failure={save.failure} />
        </div>
      )}
      <footer className="flex flex-wrap items-center gap-3 border-line border-t px-3.5 py-3">
        <div className="min-w-0 flex-1 basis-96">
          <CliLine label="" command={overrideCli({ do: 'save', ...chart, ...typed, began: '' })} width={84} />
        </div>
        <Button
          variant="ghost"
          {...(onDiscard ? { onClick: onDiscard } : { disabledReason: 'Nothing has been typed' })}
        >
          Discard
        </Button>
        <Button
          busy={save.busy}
          {...(why === null ? {} : { disabledReason: why })}
          onClick={() => void save.run()}
        >
          Save
        </Button>
        <Button
          busy={save.busy}
          {...(whyNoApply === null ? {} : { disabledReason: whyNoApply })}
          onClick={() => void save.runAndApply()}
        >
          Save and review apply…
        </Button>
      </footer>
    </>
  );
}

/** Why it cannot be saved; null: it can. */
function whyNot({ may, typed, dirty, previewed, setFaults }: Props): string | null {
  if (!may.ok) return may.why;
  if (!dirty) return 'Nothing has been changed';
  const [fault] = setFaults.length > 0 ? setFaults : previewed.state === 'faulty' ? previewed.faults : [];
  if (fault) return `Line ${fault.line}: ${fault.message}`;
  if (typed.yaml.trim() === '' && typed.sets.length === 0)
    return typed.keep
      ? 'There is nothing to add'
      : 'Nothing would be left: delete all user overrides instead';
  return null;
}
