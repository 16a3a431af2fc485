'use client';
/** What details of a network are made of beside `components/ui/details`. */
import type { ReactNode } from 'react';
import { Facts, Said } from '@/components/ui/details';
import { KvRow } from '@/components/ui/kv';
import { SkeletonBlock } from '@/components/ui/skeleton';
import type { HostNetworkMore } from '@/lib/domain/network/host-network';
import { TLV_WORDS, TLVS, type Tlvs } from '@/lib/domain/network/lldp';
import { useView } from '@/lib/queries/view';
import type { HostNetworkModel } from './use-host-network';

export type DetailProps = { model: HostNetworkModel; onOpen: (key: string) => void };

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
