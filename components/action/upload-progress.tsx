/** How far an upload is, and how to stop it. */
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { ProgressLine } from '@/components/ui/progress-line';
import { formatBytes, formatUsed } from '@/lib/format/bytes';
import type { Sending } from '@/lib/queries/file-upload';

export function UploadProgress({ sending }: { sending: Sending }) {
  const { fileName, sentBytes, totalBytes, bytesPerSecond, cancel } = sending;
  const whole = sentBytes >= totalBytes;
  const words = whole
    ? `${formatBytes(totalBytes)} sent. The platform looks it over`
    : `${formatUsed(sentBytes, totalBytes)}${bytesPerSecond === null ? '' : `, ${formatBytes(bytesPerSecond)} a second`}`;
  return (
    <section aria-label={`Upload of ${fileName}`} className="flex flex-col gap-2">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 text-ink-2 [overflow-wrap:anywhere]">
          <span className="mono text-ink">{fileName}</span> {words}
        </p>
        <Button onClick={cancel}>Cancel</Button>
      </div>
      <ProgressLine
        label={`Upload of ${fileName}`}
        {...(whole ? {} : { value: (sentBytes / totalBytes) * 100 })}
      />
    </section>
  );
}

/** What is left of an upload that somebody cancelled. @param what it was, in a sentence: "tarball" */
export const UploadCancelled = ({ wholeSent, what }: { wholeSent: boolean; what: string }) => (
  <Note live="polite" title="Cancelled.">
    {wholeSent
      ? 'All of it had been sent: look at the list, the platform may have taken it.'
      : `The platform got no whole ${what}, so nothing was uploaded.`}
  </Note>
);
