import Link from 'next/link';
import { PageHeader } from '@/components/shell/page';
import { buttonClass } from '@/components/ui/button-class';

/** What the page is for, and the way to labels. */
export const BulkHead = () => (
  <PageHeader
    title="Add hosts in bulk"
    lead="A row each, looked over here before anything is sent. What the platform refuses stays to be mended."
    actions={
      <>
        <Link
          href="/hosts/add"
          prefetch={false}
          className={buttonClass('ghost', 'default', 'max-md:min-h-11')}
        >
          Add one host
        </Link>
        <Link href="/hosts/add/labels" className={buttonClass('default', 'default', 'max-md:min-h-11')}>
          Labels to print
        </Link>
      </>
    }
  />
);
