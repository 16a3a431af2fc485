'use client';
/** The field in which a tarball is picked: how far it has been looked into, and what is wrong with it. */
import { FileField } from '@/components/ui/file-field';
import { ProgressLine } from '@/components/ui/progress-line';
import { formatBytes } from '@/lib/format/bytes';
import { faultOf, type Picked } from './use-tarball';

type Props = {
  label: string;
  help?: string;
  optional?: boolean;
  /** What is wrong with it besides what is in it. */
  error?: string | null;
  picked: Picked | null;
  onPick: (file: File | null) => void;
};

const ACCEPT = '.tgz,.gz,application/gzip';

export function TarballField({ label, help, optional = false, error = null, picked, onPick }: Props) {
  const reading = picked !== null && picked.reading === null;
  return (
    <div className="flex flex-col gap-1">
      <FileField
        {...{ label, optional, accept: ACCEPT, onPick }}
        help={helpOf(picked) ?? help}
        error={error ?? faultOf(picked)}
      />
      {reading && <ProgressLine label={`Looking into ${picked.file.name}`} value={picked.share * 100} />}
    </div>
  );
}

function helpOf(picked: Picked | null): string | null {
  if (!picked) return null;
  const size = formatBytes(picked.file.size);
  if (picked.reading === null) return `${size}. Looking into it`;
  return picked.reading.kind === 'sealed' ? `${size}. ${picked.reading.why}` : size;
}
