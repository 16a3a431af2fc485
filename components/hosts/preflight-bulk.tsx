'use client';
/** One preflight for several hosts: who can, who cannot and why; then what came of each, as it comes. */
import { Fragment, type ReactNode, useState } from 'react';
import type { ActionSheetProps } from '@/components/action/action-runner';
import { SheetHeading } from '@/components/action/check-list';
import { severalCounts } from '@/components/action/several-results';
import { SheetRow } from '@/components/action/sheet-row';
import { Button } from '@/components/ui/button';
import { CliLine } from '@/components/ui/cli-line';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Note } from '@/components/ui/note';
import { Sheet } from '@/components/ui/sheet';
import { TextField } from '@/components/ui/text-field';
import { type BulkPlan, bulkPlan } from '@/lib/domain/bulk';
import { type Host, hostName, isProvisioned } from '@/lib/domain/host';
import { actionCli, cliHost } from '@/lib/domain/host-action-cli';
import { actionSpec, type HostAction } from '@/lib/domain/host-actions';
import { isTyped } from '@/lib/domain/typed-name';
import { counted } from '@/lib/domain/words';
import { actionStore, openRequest } from '@/lib/queries/action-store';
import { type BulkRun, bulkRun } from '@/lib/queries/host-mutations';
import { sendBulk } from '@/lib/queries/host-runs';
import { troubled } from '@/lib/queries/several';
import { useStore } from '@/lib/queries/store';
import { useRefresh, useView } from '@/lib/queries/view';
import { ActionIcon } from './action-icon';
import { BulkResults } from './preflight-bulk-results';
import { ReadinessFold } from './readiness-fold';
import { useRuleContext } from './use-rule-context';

export function PreflightBulk({ request, opened, onClose }: ActionSheetProps<'hosts'>) {
  const { hostIds, action } = request;
  const context = useRuleContext();
  const hosts = useView('hosts', {})?.data?.hosts ?? [];
  const refresh = useRefresh();
  const newest = useStore(bulkRun);
  const [runId, setRunId] = useState(request.runId);
  const run = runId !== undefined && newest?.id === runId ? newest : null;
  const plan = bulkPlan(
    action,
    hostIds.flatMap((id) => hosts.find((host) => host.id === id) ?? []),
    context,
  );

  const start = async () => {
    const id = crypto.randomUUID();
    setRunId(id);
    const ended = await sendBulk(id, plan.able, action);
    void refresh(['hosts', 'host', 'alarms']);
    const refusals = troubled(ended).length > 0;
    const open = actionStore.get();
    // Closed meanwhile: refusals must not be lost. All was accepted: the toast tells the rest.
    if (open === null && refusals) openRequest({ kind: 'hosts', hostIds, action, runId: id });
    else if (open?.opened === opened && !refusals) onClose();
  };
  return run ? (
    <RunSheet run={run} onClose={onClose} />
  ) : (
    <PlanSheet plan={plan} missing={hostIds.length - plan.rows.length} onRun={start} onClose={onClose} />
  );
}

type PlanProps = { plan: BulkPlan; missing: number; onRun: () => Promise<void>; onClose: () => void };

function PlanSheet({ plan, missing, onRun, onClose }: PlanProps) {
  const { action, able, rows, verdict, cautions } = plan;
  const { label, destructive } = actionSpec(action);
  const [typed, setTyped] = useState('');
  const phrase =
    action === 'delete' && able.some(isProvisioned) ? `delete ${counted(able.length, 'host')}` : null;
  const reason = !verdict.ok
    ? verdict.why
    : phrase && !isTyped(typed, phrase)
      ? `Type ${phrase} above`
      : null;
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${label} ${counted(rows.length, 'host')}`}
      description={summary(plan)}
      footer={
        <>
          <Button
            size="large"
            variant={destructive ? 'danger-solid' : 'primary'}
            icon={<ActionIcon action={action} />}
            {...(phrase ? {} : { 'data-autofocus': '' })}
            {...(reason ? { disabledReason: reason } : {})}
            onClick={() => void onRun()}
          >
            {able.length > 0 ? `${label} ${counted(able.length, 'host')}` : label}
          </Button>
          <Button size="large" variant="ghost" onClick={onClose}>
            {verdict.ok ? 'Cancel' : 'Close'}
          </Button>
        </>
      }
    >
      {cautions.map((caution) => (
        <Note key={caution} tone="minor" className="mb-3">
          {caution}
        </Note>
      ))}
      {missing > 0 && (
        <Note tone="unknown" className="mb-3">
          {counted(missing, 'selected host')} {missing === 1 ? 'is' : 'are'} no longer in the list.
        </Note>
      )}
      <PlanRows plan={plan} />
      {phrase && (
        <div className="pt-5">
          <TextField
            label={
              <>
                Type <span className="mono">{phrase}</span> to confirm
              </>
            }
            data-autofocus=""
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      {able[0] && (
        <div className="pt-5">
          <CliLine command={commandFor(able, action)} />
        </div>
      )}
    </Sheet>
  );
}

function PlanRows({ plan: { rows, action } }: { plan: BulkPlan }): ReactNode {
  const groups = [
    { title: 'Cannot', rows: rows.filter(({ verdict }) => !verdict.ok) },
    { title: 'Can', rows: rows.filter(({ verdict }) => verdict.ok) },
  ];
  return groups
    .filter((group) => group.rows.length > 0)
    .map((group) => (
      <section key={group.title} className="pt-5 first:pt-0">
        <SheetHeading>
          {group.title} {group.rows.length}
        </SheetHeading>
        <ul>
          {group.rows.map(({ host, verdict }) => (
            <Fragment key={host.id}>
              <SheetRow
                icon={
                  <StateGlyph
                    state={verdict.ok ? 'available' : 'failed'}
                    size={16}
                    title={verdict.ok ? 'Can' : 'Cannot'}
                  />
                }
                title={<span className="mono">{hostName(host)}</span>}
                detail={verdict.ok ? (host.task ?? undefined) : verdict.why}
                source="sysinv"
              />
              {action === 'unlock' && <ReadinessFold host={host} />}
            </Fragment>
          ))}
        </ul>
      </section>
    ));
}

function RunSheet({ run, onClose }: { run: BulkRun; onClose: () => void }) {
  const { label, gerund } = actionSpec(run.action);
  const counts = severalCounts(run, 'accepted');
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={run.over ? `${label}: ${counts}` : `${gerund} ${counted(run.rows.length, 'host')}`}
      description={
        run.over ? 'What was accepted goes on by itself.' : `${counts} so far. A refusal stops no other host.`
      }
      footer={
        <Button size="large" data-autofocus="" onClick={onClose}>
          Close
        </Button>
      }
    >
      <BulkResults run={run} />
    </Sheet>
  );
}

function summary({ able, rows, action }: BulkPlan): string {
  const { participle } = actionSpec(action);
  if (able.length === 0) return 'None of them can now.';
  const each = 'Each is asked by itself, the platform judges each alone.';
  if (able.length === rows.length) return `All ${rows.length} can be ${participle}. ${each}`;
  return `${able.length} of ${rows.length} can be ${participle}; the others are left alone. ${each}`;
}

/** One host: its command. Several: a loop to paste, because the CLI takes one host at a time. */
function commandFor(able: readonly Host[], action: HostAction): string {
  const [first, ...more] = able;
  if (!first) return '';
  const command = actionCli(action, first);
  if (more.length === 0) return command;
  const loop = `${command.slice(0, -cliHost(first).length)}"$host"`;
  return `for host in ${able.map(cliHost).join(' ')}; do ${loop}; done`;
}
