'use client';
/** One line of the trail in full: the drawer beside the list, and the card of a phone. */
import { CopyButton } from '@/components/ui/copy-button';
import { Drawer } from '@/components/ui/drawer';
import { Kv, KvRow } from '@/components/ui/kv';
import { Time } from '@/components/ui/time';
import { type AuditLine, REFUSAL } from '@/lib/domain/audit';
import { Outcome } from './audit-columns';

export function AuditCard({ line }: { line: AuditLine }) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2 text-ink-2 text-small">
        <span className="truncate">{line.who}</span>
        <Time at={line.at} className="mono ml-auto flex-none text-ink-3" />
      </div>
      <div className="flex items-center gap-2">
        <span className="mono min-w-0 flex-1 [overflow-wrap:anywhere]">
          {line.action} {line.target}
        </span>
        <Outcome line={line} />
      </div>
    </div>
  );
}

export function AuditDrawer({ line, onClose }: { line: AuditLine; onClose: () => void }) {
  const details = Object.entries(line.details).filter(([name]) => name !== REFUSAL);
  const refusal = line.details[REFUSAL];
  return (
    <Drawer
      title={
        <>
          <span className="mono min-w-0 truncate">{line.action}</span>
          <Outcome line={line} />
        </>
      }
      onClose={onClose}
    >
      <Kv>
        <KvRow term="Time">
          <Time at={line.at} form="full" />
        </KvRow>
        <KvRow term="Who">
          {line.who}
          {line.domain && <span className="text-ink-3"> in {line.domain}</span>}
        </KvRow>
        <KvRow term="Project, role">
          {line.project || 'None'}, {line.role}
        </KvRow>
        <KvRow term="From">
          <span className="mono">{line.from}</span>
        </KvRow>
        <KvRow term="Cloud">
          <span className="mono">{line.cloud}</span>
        </KvRow>
        <KvRow term="Target">
          <span className="mono [overflow-wrap:anywhere]">{line.target}</span>
        </KvRow>
        <KvRow term="HTTP status">{line.status ?? 'None'}</KvRow>
        {refusal && (
          <KvRow term="Answer">
            <span className="[overflow-wrap:anywhere]">{refusal}</span>
          </KvRow>
        )}
        <KvRow term="Duration">{line.durationMs} ms</KvRow>
        <KvRow term="Request">
          <span className="inline-flex items-center gap-1">
            <span className="mono">{line.requestId}</span>
            <CopyButton text={line.requestId} label="Copy the request id" />
          </span>
        </KvRow>
      </Kv>
      {details.length > 0 && (
        <>
          <h3 className="mt-4 mb-2 text-small text-ink-3">What was set</h3>
          <Kv>
            {details.map(([name, value]) => (
              <KvRow key={name} term={name}>
                <span className="mono [overflow-wrap:anywhere]">{String(value)}</span>
              </KvRow>
            ))}
          </Kv>
        </>
      )}
    </Drawer>
  );
}
