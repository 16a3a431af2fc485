'use client';
/** What the page is for, and the way to the file of the host on the left. */
import { FileCode } from 'lucide-react';
import Link from 'next/link';
import { PageHeader } from '@/components/shell/page';
import { buttonClass } from '@/components/ui/button-class';
import { useParams } from '@/lib/url/use-params';
import { COMPARE_PARAMS } from './compare-params';

export function CompareHead() {
  const [{ left, right, with: against }] = useParams(COMPARE_PARAMS);
  const other = against === 'file' ? 'a file' : right;
  return (
    <PageHeader
      title={left !== null && other !== null ? `Compare ${left} with ${other}` : 'Compare hosts'}
      lead="The configuration of a host beside that of another host, or beside a file of the Deployment Manager. Nothing is changed here."
      actions={
        <Link
          className={buttonClass()}
          href={left === null ? '/hosts/export' : `/hosts/export?host=${encodeURIComponent(left)}`}
          prefetch={false}
        >
          <FileCode size={14} strokeWidth={1.75} aria-hidden />
          Configuration as YAML
        </Link>
      }
    />
  );
}
