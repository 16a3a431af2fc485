import { FileQuestionMark, ServerOff } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import { PageState } from './page-state';

/** The address leads nowhere in this console. */
export function PageNotFound() {
  return (
    <PageState
      icon={<FileQuestionMark size={24} strokeWidth={1.5} />}
      title="No such page"
      action={
        <Link href="/" className={buttonClass()}>
          Open overview
        </Link>
      }
    >
      Nothing is at this address. It may have been typed wrong, or be from another version of the console.
    </PageState>
  );
}

/** The platform has no such host: deleted, or never there. */
export function HostNotFound({ name }: { name: string }) {
  return (
    <PageState
      icon={<ServerOff size={24} strokeWidth={1.5} />}
      title="No such host"
      action={
        <Link href="/hosts" className={buttonClass()}>
          Open hosts
        </Link>
      }
    >
      System inventory knows no host <span className="mono">{name}</span>. It was deleted or renamed, or it
      belongs to another cloud.
    </PageState>
  );
}
