'use client';
/** The page opens with what is verified, then what needs a person. */
import Link from 'next/link';
import { PageHeader } from '@/components/shell/page';
import { buttonClass } from '@/components/ui/button-class';
import { shownClocks } from '@/lib/domain/clock/clock-row';
import { clockSentence } from '@/lib/domain/clock/clock-sentence';
import { formatAge } from '@/lib/format/time';
import { useClockPage } from './use-clock-page';

const CONFIGURATION = (
  <Link className={buttonClass()} href="/clocks/instances" prefetch={false}>
    PTP instances
  </Link>
);

export function ClockHead() {
  const { clocks, fmTrouble } = useClockPage();
  if (!clocks) return <PageHeader title="Clocks" lead="Reading hosts, alarms and PTP configuration" />;
  const { finding, second } = clockSentence(shownClocks(clocks.rows), fmTrouble, formatAge);
  return <PageHeader title={finding} lead={second} actions={CONFIGURATION} />;
}
