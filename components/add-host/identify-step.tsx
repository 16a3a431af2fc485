'use client';
/** Which node it is: one that booted here and waits, or an address that is typed from its label. */
import { Lightbulb, Server } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import { Note } from '@/components/ui/note';
import { TextField } from '@/components/ui/text-field';
import { Time } from '@/components/ui/time';
import { type Host, hostName, isProvisioned } from '@/lib/domain/host';
import { normalizeMac } from '@/lib/domain/mac';
import { waitingNodes } from '@/lib/domain/new-host/draft';
import { macOwner } from '@/lib/domain/new-host/faults';
import { type BigChoice, BigChoices } from './big-choices';
import { ScanLabel } from './scan-label';
import type { StepProps } from './step-props';

const ICON = { strokeWidth: 1.75, 'aria-hidden': true } as const;

export function IdentifyStep({ add, shown }: StepProps) {
  const { mac } = add.draft.host;
  const nodes = waitingNodes(add.hosts);
  const plain = normalizeMac(mac);
  const owner = macOwner(mac, add.hosts);
  const taken = owner && isProvisioned(owner) ? owner : undefined;
  const heard = nodes.find(({ mgmtMac }) => mgmtMac === plain);
  return (
    <>
      {nodes.length > 0 && (
        <BigChoices
          label="Nodes that wait"
          hideLabel
          value={plain ?? ''}
          choices={nodes.map(choiceOf)}
          onPick={(picked) => add.set({ mac: picked })}
        />
      )}
      <TextField
        label="MAC address of the management port"
        help={
          plain !== null && !taken && !heard
            ? `Nobody heard of ${plain} yet: it is installed once it boots on the pxeboot network`
            : 'As on the label, in any notation'
        }
        mono
        inputMode="text"
        autoCapitalize="none"
        value={heard ? '' : mac}
        placeholder={heard ? 'or type another address' : '3c:fd:fe:00:04:00'}
        error={shown && !taken ? (add.faults.mac ?? null) : null}
        aria-required
        onChange={({ target }) => add.set({ mac: target.value })}
      />
      <ScanLabel onRead={(read) => add.set({ mac: read })} />
      {taken && (
        <Note
          tone="major"
          live="polite"
          title={`${hostName(taken)} has this address already.`}
          action={
            <Link className="btn" href={`/hosts/${encodeURIComponent(taken.hostname ?? taken.id)}`}>
              Open {hostName(taken)}
            </Link>
          }
        >
          {taken.serial && <>Its serial number is {taken.serial}. </>}
          Choose another node.
        </Note>
      )}
      <Note tone="unknown" icon={<Lightbulb size={17} {...ICON} className="text-unk-fg" />}>
        Not in the list? Check power, then the pxeboot cable. A node shows up about 2 minutes after boot.
      </Note>
      <div className="flex flex-wrap gap-2">
        <Link className={buttonClass()} href="/hosts/add/bulk">
          Add several in bulk
        </Link>
        <Link className={buttonClass()} href="/hosts/add/labels">
          Labels to print
        </Link>
      </div>
    </>
  );
}

/** What is known of a node before it is installed: its address and since when. Ports and disks come with the inventory. */
function choiceOf(node: Host): BigChoice {
  return {
    value: node.mgmtMac ?? node.id,
    icon: <Server size={22} {...ICON} />,
    title: <span className="mono">{hostName(node)}</span>,
    detail: (
      <>
        {node.serial && <>Serial {node.serial}, </>}
        {node.createdAt === null ? (
          'heard, not known when'
        ) : (
          <>
            first heard <Time at={node.createdAt} form="age" /> ago
          </>
        )}
        {node.mgmtIp && (
          <>
            , answers at <span className="mono">{node.mgmtIp}</span>
          </>
        )}
        {node.availability && `, ${node.availability}`}
      </>
    ),
  };
}
