import { Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from './empty-state';

/** What is known of why: `service` as it is usually called. */
type Why = { message: string; requestId?: string | undefined; service?: string | undefined };

type Props = {
  /** "The applications could not be read". */
  title: string;
  error: Why;
  /** What fills by itself. */
  fills?: 'list' | 'page';
  icon?: ReactNode;
};

/** In place of what was never read: what was said, and that nothing has to be done for it to come. */
export function NotRead({ title, error, fills = 'list', icon = <Unplug aria-hidden /> }: Props) {
  const { message, requestId, service = 'the platform' } = error;
  return (
    <EmptyState icon={icon} title={title}>
      <span className="mono">{message}</span>
      {requestId ? <span className="mono block text-ink-3">{requestId}</span> : ' '}
      The {fills} fills by itself when {service} answers.
    </EmptyState>
  );
}
