'use client';
import { later } from '@/components/ui/later';
import { SkeletonBlock } from '@/components/ui/skeleton';
import { useLater } from '@/components/ui/use-later';

const body = later(async () => (await import('./upload-form')).UploadForm);

/** Its code comes after the head of the page. */
export function UploadBody({ mostMb }: { mostMb: number }) {
  const Body = useLater(body);
  return Body ? <Body mostMb={mostMb} /> : <SkeletonBlock className="h-64" />;
}
