'use client';
/** One write made through this console, beside the list that it is in. */
import { User } from 'lucide-react';
import Link from 'next/link';
import { EntityText } from '@/components/fault/entity-text';
import { buttonClass } from '@/components/ui/button-class';
import { CopyButton } from '@/components/ui/copy-button';
import { Drawer } from '@/components/ui/drawer';
import { Kv, KvRow } from '@/components/ui/kv';
import { Time } from '@/components/ui/time';
import { outcomeWord } from '@/lib/domain/audit';
import type { Deed } from '@/lib/domain/deed';
import { formatUtc } from '@/lib/format/time';
import type { EventItem } from './event-item';

/** The line of the trail that a row was made from: found by its request, on its day. */
function trailHref(at: number, requestId: string): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return `/system/audit?${new URLSearchParams({ range: 'days', from: day, to: day, find: requestId })}`;
}

export function DeedDrawer({
  item: { at, eventLogId, entity, reason },
  deed,
  onClose,
}: {
  item: EventItem;
  deed: Deed;
  onClose: () => void;
}) {
  const { who, role, project, from, action, target, outcome, status, refusal, requestId } = deed;
  return (
    <Drawer
      title={
        <>
          <User size={16} strokeWidth={1.75} aria-hidden />
          <span className="mono">{eventLogId}</span>
          <span className="font-normal text-ink-2">Operator</span>
        </>
      }
      onClose={onClose}
    >
      <p className="mb-3 text-prose [overflow-wrap:anywhere]">{reason}</p>
      <Kv>
        <KvRow term="Time">
          <Time at={at} form="full" />
          <span className="block text-ink-3 text-small">{formatUtc(at)}</span>
        </KvRow>
        <KvRow term="Who">
          {who}
          <span className="text-ink-3">
            , {role} in {project || 'no project'}
          </span>
        </KvRow>
        <KvRow term="From">
          <span className="mono">{from}</span>
        </KvRow>
        <KvRow term="Action">
          <span className="mono">{action}</span>
        </KvRow>
        <KvRow term="Target">
          {entity === '' ? (
            <span className="mono [overflow-wrap:anywhere]">{target}</span>
          ) : (
            <EntityText entity={entity} />
          )}
        </KvRow>
        <KvRow term="Outcome">
          {outcomeWord(outcome)}
          {status !== null && status !== 0 && `, HTTP ${status}`}
        </KvRow>
        {refusal && (
          <KvRow term="Answer">
            <span className="[overflow-wrap:anywhere]">{refusal}</span>
          </KvRow>
        )}
        <KvRow term="Request">
          <span className="inline-flex items-center gap-1">
            <span className="mono">{requestId}</span>
            <CopyButton text={requestId} label="Copy the request id" />
          </span>
        </KvRow>
      </Kv>
      <p className="mt-4 mb-3 text-ink-3">Kept in Roost, not by fault management.</p>
      <Link className={buttonClass()} href={trailHref(at, requestId)} prefetch={false}>
        Open in the audit trail
      </Link>
    </Drawer>
  );
}
