'use client';
import { laterPart } from '@/components/ui/later-part';

// Shows nothing until somebody acts: fetched right after the first load, long before that.
const ActionsBody = laterPart(async () => (await import('./actions-body')).ActionsBody);

/** Everything that can be done, from any page. */
export function Actions() {
  return <ActionsBody />;
}
