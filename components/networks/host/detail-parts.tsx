'use client';
/** What details are made of: a part with a head, a fact that may be unknown, a way to another box. */
import type { ReactNode } from 'react';
import { Kv, KvRow } from '@/components/ui/kv';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { HostNetworkMore } from '@/lib/domain/network/host-network';
import { TLV_WORDS, TLVS, type Tlvs } from '@/lib/domain/network/lldp';
import { useView } from '@/lib/queries/view';
import type { HostNetworkModel } from './use-host-network';

export type DetailProps = { model: HostNetworkModel; onOpen: (key: string) => void };

/** Facts of one drawer share their second edge. */
export function Facts({ children }: { children: ReactNode }) {
  return <Kv className="grid-cols-[148px_minmax(0,1fr)]">{children}</Kv>;
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mb-4">
      <h3 className="mb-1.5">{title}</h3>
      {children}
    </section>
  );
}

/** A text of the platform, whatever it holds; "Unknown" where it said nothing. */
export function Said({ children }: { children: string | number | null }) {
  return children === null || children === '' ? (
    <span className="text-unk-fg">Unknown</span>
  ) : (
    <span className="mono [overflow-wrap:anywhere]">{children}</span>
  );
}

export function Way({
  to,
  children,
  onOpen,
}: {
  to: string;
  children: ReactNode;
  onOpen: (key: string) => void;
}) {
  return (
    <button
      type="button"
      className="link mono max-md:min-h-11 [overflow-wrap:anywhere]"
      onClick={() => onOpen(to)}
    >
      {children}
    </button>
  );
}

/** Every TLV, the ones that were not sent by name alone. */
export function TlvFacts({ tlvs }: { tlvs: Tlvs }) {
  const sent = TLVS.filter((tlv) => tlvs[tlv] != null);
  const unsent = TLVS.filter((tlv) => tlv in tlvs && tlvs[tlv] === null);
  return (
    <>
      <Facts>
        {sent.map((tlv) => (
          <KvRow key={tlv} term={TLV_WORDS[tlv]}>
            <Said>{tlvs[tlv] ?? null}</Said>
          </KvRow>
        ))}
      </Facts>
      {unsent.length > 0 && (
        <p className="mt-1.5 text-small text-ink-3">
          Not sent: {unsent.map((tlv) => TLV_WORDS[tlv]).join(', ')}.
        </p>
      )}
    </>
  );
}

/** Agents and routes, asked for by the first details that are opened. */
export function More({
  model,
  part,
  children,
}: {
  model: HostNetworkModel;
  part: 'agents' | 'routes';
  children: (more: HostNetworkMore) => ReactNode;
}) {
  const seen = useView('hostNetworkMore', { hostId: model.host.id });
  const unread =
    seen?.data?.unread.find((one) => one.part === part)?.message ??
    (seen?.data ? null : seen?.error?.message);
  if (unread) {
    return (
      <p className="text-unk-fg">
        Unknown. <span className="mono">{unread}</span>
      </p>
    );
  }
  return seen?.data ? children(seen.data) : <SkeletonBlock className="h-12" />;
}
