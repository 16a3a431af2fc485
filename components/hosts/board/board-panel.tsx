'use client';
/** Board management of a host, and what is done through it. */
import { ActionIcon } from '@/components/hosts/action-icon';
import { useVerdict } from '@/components/hosts/use-verdict';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Kv, KvRow } from '@/components/ui/kv';
import { Panel } from '@/components/ui/panel';
import { boardTypeWords } from '@/lib/domain/board';
import { findHost, type Host, hasBoardManagement } from '@/lib/domain/host';
import { actionSpec, type HostAction } from '@/lib/domain/host-actions';
import { may } from '@/lib/domain/rights';
import { openAction, openRequest } from '@/lib/queries/action-store';
import { useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';

const THROUGH_IT: readonly HostAction[] = ['power-on', 'power-off', 'reset', 'reinstall'];

export function BoardPanelBody({ hostRef }: { hostRef: string }) {
  const hosts = useView('hosts', {})?.data?.hosts;
  const host = hosts && findHost(hosts, hostRef);
  return host ? <BoardPanel host={host} /> : null;
}

function BoardPanel({ host }: { host: Host }) {
  const { viewer } = useViewer();
  const { type, address, userName } = host.boardManagement;
  const there = hasBoardManagement(host);
  const spec = actionSpec('edit');
  const verdict = may(viewer, spec.right, spec.gerund);
  return (
    <Panel
      title="Board management"
      actions={
        <Button
          {...(verdict.ok ? {} : { disabledReason: verdict.why })}
          onClick={() => openRequest({ kind: 'edit', hostId: host.id, part: 'board' })}
        >
          {there ? 'Edit…' : 'Set up…'}
        </Button>
      }
      padded
    >
      <Kv>
        <KvRow term="Type">{there ? boardTypeWords(type) : <span className="text-ink-3">None</span>}</KvRow>
        {there && (
          <>
            <KvRow term="Address">
              {address === null ? (
                <span className="text-unk-fg">Not set</span>
              ) : (
                <span className="-my-1 flex min-w-0 items-center gap-1 max-md:-my-3">
                  <span className="mono [overflow-wrap:anywhere]">{address}</span>
                  <CopyButton text={address} label="Copy the address" />
                </span>
              )}
            </KvRow>
            <KvRow term="User">
              {userName === null ? (
                <span className="text-unk-fg">Not set</span>
              ) : (
                <span className="mono [overflow-wrap:anywhere]">{userName}</span>
              )}
            </KvRow>
            <KvRow term="Password">
              <span className="text-ink-3">The platform does not tell whether there is one</span>
            </KvRow>
          </>
        )}
      </Kv>
      <fieldset className="mt-3 flex flex-wrap gap-2">
        <legend className="sr-only">Through board management</legend>
        {THROUGH_IT.map((action) => (
          <PowerButton key={action} action={action} host={host} />
        ))}
      </fieldset>
      <p className="mt-3 text-small text-ink-3">
        {there
          ? 'Power, reset, the sensors, and the reinstallation of a host that is not online go through it.'
          : 'Without it nobody can power, reset or reinstall this host from here while it is not online, and it has no sensors.'}
      </p>
    </Panel>
  );
}

function PowerButton({ action, host }: { action: HostAction; host: Host }) {
  const verdict = useVerdict(action, host, {});
  const { label, destructive } = actionSpec(action);
  return (
    <Button
      icon={<ActionIcon action={action} />}
      variant={destructive ? 'danger' : 'default'}
      {...(verdict.ok ? {} : { disabledReason: verdict.why })}
      onClick={() => openAction(host.id, action)}
    >
      {label}…
    </Button>
  );
}
