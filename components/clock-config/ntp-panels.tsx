'use client';
/** NTP servers of the cloud, and the older single PTP configuration, which the platform shows and changes no more. */
import { Button } from '@/components/ui/button';
import { Kv, KvRow } from '@/components/ui/kv';
import { Panel } from '@/components/ui/panel';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { LegacyPtp } from '@/lib/domain/clock/ptp-config';
import { legacyVerdict, mayConfigureTime } from '@/lib/domain/clock/ptp-rules';
import { useView } from '@/lib/queries/view';
import { useViewer } from '@/lib/queries/viewer';
import { JobButton } from './job-button';

export function NtpPanels() {
  const ntp = useView('ntpServers', {});
  const config = useView('ptpConfig', {});
  return (
    <div className="grid flex-none gap-3 md:grid-cols-2">
      <Panel
        title="NTP servers"
        padded
        actions={
          <JobButton job={{ job: 'ntp' }} why={ntp?.data ? null : 'The servers have not been read'}>
            Change servers…
          </JobButton>
        }
      >
        {ntp?.data ? (
          ntp.data.servers.length === 0 ? (
            <p className="text-ink-3">None is configured.</p>
          ) : (
            <ol className="flex flex-col gap-1" aria-label="NTP servers, the first one first">
              {ntp.data.servers.map((server, index) => (
                <li key={server} className="flex gap-2">
                  <span className="text-ink-3 tabular-nums">{index + 1}</span>
                  <span className="mono [overflow-wrap:anywhere]">{server}</span>
                </li>
              ))}
            </ol>
          )
        ) : ntp?.error ? (
          <p className="text-unk-fg">Unknown. {ntp.error.message}</p>
        ) : (
          <SkeletonRows label="Reading the NTP servers" rows={2} />
        )}
      </Panel>
      <Panel title="Single PTP instance" meta="of earlier releases" padded actions={<LegacyButton />}>
        <Legacy legacy={config?.data ? config.data.legacy : undefined} />
      </Panel>
    </div>
  );
}

/** Never sent: the platform refuses every change of it. */
function LegacyButton() {
  const { viewer } = useViewer();
  const may = mayConfigureTime(viewer);
  const verdict = may.ok ? legacyVerdict() : may;
  return <Button disabledReason={verdict.ok ? null : verdict.why}>Change…</Button>;
}

/** @param legacy undefined: not read yet, or not readable */
function Legacy({ legacy }: { legacy: LegacyPtp | null | undefined }) {
  if (!legacy)
    return (
      <p className="text-unk-fg">{legacy === null ? 'There is none, or it could not be read.' : 'Unknown'}</p>
    );
  return (
    <Kv>
      <KvRow term="Mode">{legacy.mode ?? 'Unknown'}</KvRow>
      <KvRow term="Transport">{legacy.transport ?? 'Unknown'}</KvRow>
      <KvRow term="Delay mechanism">{legacy.mechanism ?? 'Unknown'}</KvRow>
    </Kv>
  );
}
