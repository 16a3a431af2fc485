'use client';
/** The host's clock in its header. The code comes once the page stands: the first load of every page of a host does without. */
import { later } from '@/components/ui/later';
import { useLater } from '@/components/ui/use-later';
import type { Host } from '@/lib/domain/host';

type Props = { host: Host; path: string };

const marks = later(async () => await import('./host-clock-mark'));
/** Only the page of the clock asks who is cabled to whom, and knows of a break above. Both say the same there. */
const cabled = later(async () => await import('./host-clock-cabled'));

const onClockPage = (path: string) => path.endsWith('/clock');

export function HostClockFact({ host, path }: Props) {
  return onClockPage(path) ? <CabledFact host={host} /> : <Fact host={host} />;
}

export function HostClockTab({ host, path }: Props) {
  return onClockPage(path) ? <CabledTab host={host} /> : <Tab host={host} />;
}

const Reading = () => <span className="text-unk-fg">Reading</span>;

function Fact({ host }: { host: Host }) {
  const part = useLater(marks);
  return part ? <part.HostClockFact host={host} /> : <Reading />;
}

function CabledFact({ host }: { host: Host }) {
  const part = useLater(cabled);
  return part ? <part.CabledClockFact host={host} /> : <Reading />;
}

function Tab({ host }: { host: Host }) {
  const part = useLater(marks);
  return part ? <part.HostClockTab host={host} /> : null;
}

function CabledTab({ host }: { host: Host }) {
  const part = useLater(cabled);
  return part ? <part.CabledClockTab host={host} /> : null;
}
