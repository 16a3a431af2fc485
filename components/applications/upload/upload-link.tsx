'use client';
/** The way to the upload, with how far one is that goes on already. Who may not, sees why. */
import { Upload } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { mayActOnApplications } from '@/lib/domain/application/application-rights';
import { useStore } from '@/lib/queries/store';
import { tarballUploads } from '@/lib/queries/tarball-upload';
import { useViewer } from '@/lib/queries/viewer';

export function UploadLink() {
  const router = useRouter();
  const { viewer } = useViewer();
  const may = mayActOnApplications(viewer);
  const sending = useStore(tarballUploads.sending);
  const share = sending && Math.floor((sending.sentBytes / sending.totalBytes) * 100);
  return (
    <Button
      variant="primary"
      icon={<Upload size={14} strokeWidth={1.75} aria-hidden />}
      {...(may.ok ? {} : { disabledReason: may.why })}
      onClick={() => router.push('/applications/upload')}
    >
      {share === null ? 'Upload' : `Uploading ${share} %`}
    </Button>
  );
}
