'use client';
/** Who waits for a host may leave its page, and is called. */
import { Bell, BellRing } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { askPermission, NO_NOTICES, permission } from '@/components/ui/notify';
import { type Host, hostName } from '@/lib/domain/host';
import { awaitedHosts, waitFor, waitNoMore } from '@/lib/queries/awaited-hosts';
import { useStore } from '@/lib/queries/store';

const ICON = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function TellMe({ host }: { host: Host }) {
  const on = useStore(awaitedHosts).has(host.id);
  const [allowed, setAllowed] = useState(permission);
  const press = async () => {
    if (on) return waitNoMore(host.id);
    // Waited for whatever the browser answers: it is told in the console too.
    waitFor(host);
    setAllowed(await askPermission());
  };
  return (
    <>
      <Button
        size="large"
        aria-pressed={on}
        className="aria-pressed:border-accent-fill aria-pressed:bg-selected"
        icon={on ? <BellRing {...ICON} /> : <Bell {...ICON} />}
        onClick={() => void press()}
      >
        Tell me
      </Button>
      <p role="status" className="order-last w-full text-ink-2 text-small empty:hidden">
        {on &&
          `You can leave. Told when ${hostName(host)} needs you or is in service, as long as the console is open in this browser. ${NO_NOTICES[allowed] ?? ''}`}
      </p>
    </>
  );
}
