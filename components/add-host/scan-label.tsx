'use client';
/** The address from a photograph of the label: the phone's own camera takes it, and it does not leave this browser. */
import { ScanBarcode } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { macsOnLabel } from '@/lib/domain/new-host/label-macs';
import { counted } from '@/lib/domain/words';
import { readLabel } from './read-label';

type Found = { macs: readonly string[]; codes: number } | 'no-picture' | 'no-reader';

export function ScanLabel({ onRead }: { onRead: (mac: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const read = async (file: File) => {
    setBusy(true);
    setFound(null);
    try {
      const texts = await readLabel(file);
      const macs = macsOnLabel(texts ?? []);
      setFound(texts ? { macs, codes: texts.length } : 'no-picture');
      if (macs.length === 1 && macs[0]) onRead(macs[0]);
    } catch {
      setFound('no-reader');
    }
    setBusy(false);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same picture again is a try as well.
          if (file) void read(file).finally(() => (target.value = ''));
        }}
      />
      <Button
        size="large"
        className="md:self-start"
        icon={<ScanBarcode size={16} strokeWidth={1.75} aria-hidden />}
        busy={busy}
        onClick={() => input.current?.click()}
      >
        {busy ? 'Reading the label' : 'Scan label'}
      </Button>
      {found && <WhatWasRead found={found} onRead={onRead} />}
    </>
  );
}

function WhatWasRead({ found, onRead }: { found: Found; onRead: (mac: string) => void }) {
  if (found === 'no-picture')
    return (
      <Note tone="unknown" live="polite" title="That is no picture.">
        Take one of the label.
      </Note>
    );
  if (found === 'no-reader')
    return (
      <Note tone="unknown" live="polite" title="What reads labels could not be fetched.">
        Try again once there is a link, or type the address.
      </Note>
    );
  const { macs, codes } = found;
  const [only, ...more] = macs;
  if (only !== undefined && more.length === 0)
    return (
      <Note live="polite" title="Read from the label:">
        <span className="mono">{only}</span>
      </Note>
    );
  if (only !== undefined)
    return (
      <Note live="polite" title={`${macs.length} addresses on the label.`}>
        Which is that of the management port?
        <span className="flex flex-wrap gap-2 pt-2">
          {macs.map((mac) => (
            <Button key={mac} size="large" onClick={() => onRead(mac)}>
              <span className="mono">{mac}</span>
            </Button>
          ))}
        </span>
      </Note>
    );
  return (
    <Note tone="unknown" live="polite" title="No address was found on it.">
      {codes === 0
        ? 'No code could be read: closer, straight, and without glare.'
        : `${counted(codes, 'code')} could be read, without a MAC address in ${codes === 1 ? 'it' : 'them'}.`}{' '}
      It can be typed as well.
    </Note>
  );
}
