'use client';
/** What is about to be sent: how many hosts, what happens to them, the file without its passwords, the same as a command. */
import { HardDriveDownload, Power, PowerOff, ScanSearch } from 'lucide-react';
import { SheetHeading } from '@/components/action/check-list';
import { Commands } from '@/components/action/commands';
import { SheetRow } from '@/components/action/sheet-row';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { Sheet } from '@/components/ui/sheet';
import { normalizeMac } from '@/lib/domain/mac';
import { hasBoard } from '@/lib/domain/provision/bulk-board';
import { isBlocking } from '@/lib/domain/provision/bulk-fault';
import { type BulkRow, isBlank, rowName } from '@/lib/domain/provision/bulk-row';
import { writeBulkXml } from '@/lib/domain/provision/bulk-xml';
import { counted } from '@/lib/domain/words';
import { listWords } from '@/lib/format/words';
import { placeOf } from './bulk-faults';
import type { BulkModel } from './use-bulk';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

type Props = { model: BulkModel; onClose: () => void; onSent: () => void };

export function BulkReview({ model, onClose, onSent }: Props) {
  const { toSend, rows, busy, off, faults } = model;
  // The hosts that are there are read on while the sheet is open.
  const bad = faults.filter(isBlocking).slice(0, FEW);
  const left = rows.filter((row) => row.leftOut && !isBlank(row)).length;
  const send = async () => {
    if (await model.send()) onSent();
  };
  return (
    <Sheet
      open
      mayClose={() => !busy}
      onOpenChange={(open) => !open && !busy && onClose()}
      title={`Add ${counted(toSend.length, 'host')}`}
      description={`${rolesOf(toSend)}. One file in one request; the platform goes through it and adds each host by itself.`}
      footer={
        <>
          <Button
            size="large"
            variant="primary"
            data-autofocus=""
            busy={busy}
            {...(off === null || busy ? {} : { disabledReason: off })}
            onClick={() => void send()}
          >
            {`Add ${counted(toSend.length, 'host')}`}
          </Button>
          <Button
            size="large"
            variant="ghost"
            {...(busy ? { disabledReason: 'It has been sent' } : {})}
            onClick={onClose}
          >
            Cancel
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {busy && (
          <Note live="polite" title="Sent.">
            The platform goes through the hosts one after the other. Nothing is sent again by itself.
          </Note>
        )}
        {off !== null && !busy && (
          <Note live="polite" tone="crit" title="This can no longer be sent as it is.">
            {bad.map((fault) => `${placeOf(fault, rows)}: ${fault.message}`).join('. ') || off}
          </Note>
        )}
        {left > 0 && <Note title={`${counted(left, 'row')} left out.`}>They stay in the table.</Note>}
        <div>
          <SheetHeading>What happens</SheetHeading>
          <ul aria-label="What happens">
            {effectsOf(toSend, model).map(({ icon, title, names }) => (
              <SheetRow key={title} icon={icon} title={title} detail={names} />
            ))}
          </ul>
        </div>
        <details>
          <summary className="link-quiet w-fit max-md:py-3 text-ink-2 text-small">
            The file that is sent, its passwords hidden
          </summary>
          <ScrollRegion
            aria-label="The file that is sent"
            className="mt-2 max-h-80 overflow-auto rounded-2 border border-line bg-sunken p-3"
          >
            <pre className="mono text-small">{writeBulkXml(toSend, 'hidden')}</pre>
          </ScrollRegion>
        </details>
        <Commands commands={['system host-bulk-add hosts.xml']} />
      </div>
    </Sheet>
  );
}

function rolesOf(rows: readonly BulkRow[]): string {
  const roles = [...new Set(rows.map(({ values }) => values.personality))].map((role) => {
    const count = rows.filter(({ values }) => values.personality === role).length;
    return counted(count, role === 'storage' ? 'storage host' : role);
  });
  return listWords(roles);
}

function effectsOf(rows: readonly BulkRow[], { context }: BulkModel) {
  const known = new Set(context.hosts.map(({ mgmtMac }) => mgmtMac?.toLowerCase()));
  const powered = rows.filter((row) => row.values.powerOn !== '' && hasBoard(row));
  const others = rows.filter((row) => !powered.includes(row));
  const claimed = others.filter(({ values }) => known.has(normalizeMac(values.mgmtMac) ?? ''));
  const waiting = others.filter((row) => !claimed.includes(row));
  return [
    {
      icon: <Power {...ICON} />,
      title: 'Powered on through their boards, and installed at once',
      rows: powered,
    },
    { icon: <ScanSearch {...ICON} />, title: 'Discovered already: told what they are', rows: claimed },
    {
      icon: <PowerOff {...ICON} />,
      title: 'Wait until they boot from the management network',
      rows: waiting,
    },
    {
      icon: <HardDriveDownload {...ICON} />,
      title: 'What is on the root devices of all of them is overwritten by the installation',
      rows: [],
    },
  ]
    .filter((effect, at, all) => effect.rows.length > 0 || at === all.length - 1)
    .map(({ icon, title, rows: some }) => ({
      ...{ icon, title },
      names: some.length > 0 ? namesOf(some) : undefined,
    }));
}

const FEW = 6;
function namesOf(rows: readonly BulkRow[]): string {
  const names = rows.slice(0, FEW).map(rowName);
  const more = rows.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
