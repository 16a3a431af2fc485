'use client';
/** What a change to board management leads to, told before it is sent. */
import { Note } from '@/components/ui/note';
import { boardSharers } from '@/lib/domain/board';
import { type Host, hasBoardManagement, hostName } from '@/lib/domain/host';
import type { HostDraft } from '@/lib/domain/host-edit';
import { listWords } from '@/lib/format/words';

/** mtce and IPMI 2.0 keep no more; the platform takes longer ones and writes a line in its log. */
const LONGEST_PASSWORD = 20;

type Props = { host: Host; draft: HostDraft; hosts: readonly Host[] };

export function BoardNotes({ host, draft, hosts }: Props) {
  const { type, address } = host.boardManagement;
  const off = draft.bmType === 'none' || draft.bmType === '';
  const sharers = off ? [] : boardSharers(draft.bmAddress, host.id, hosts);
  const had = hasBoardManagement(host);
  const other = !off && had && (draft.bmType !== type || draft.bmAddress.trim() !== (address ?? ''));
  return (
    <div className="flex flex-col gap-2 empty:hidden md:col-span-2">
      {off && had && (
        <Note tone="major" live="polite" title={`${hostName(host)} loses its board management.`}>
          Its address and user are deleted, and so are its sensors with their alarms and suppressions. Power
          and reset do not work any more, nor does reinstalling it while it is not online.
        </Note>
      )}
      {sharers.length > 0 && (
        <Note tone="major" live="polite" title={`${listWords(sharers.map(hostName))} has this address.`}>
          The platform does not refuse it here. Whatever switches one of them off may switch off the other.
        </Note>
      )}
      {other && (
        <Note live="polite" title="The sensors are learnt anew.">
          Their alarms are cleared and their suppressions lost. It takes some minutes.
        </Note>
      )}
      {draft.bmPassword.length > LONGEST_PASSWORD && (
        <Note tone="minor" live="polite" title={`Longer than ${LONGEST_PASSWORD} characters.`}>
          IPMI keeps no more, and the platform takes it all the same.
        </Note>
      )}
    </div>
  );
}
