import type { Metadata } from 'next';
import { ClockBoard } from '@/components/clocks/clock-board';
import { ClockHead } from '@/components/clocks/clock-head';
import { FactStrip } from '@/components/clocks/fact-strip';
import { Provenance } from '@/components/clocks/provenance';
import { Page } from '@/components/shell/page';
import { Prefetched } from '../prefetched';

export const metadata: Metadata = { title: 'Clocks' };

export default function ClocksPage() {
  return (
    <Prefetched
      views={[
        { view: 'hosts', params: {} },
        { view: 'alarms', params: {} },
        { view: 'ptpConfig', params: {} },
        { view: 'ptpLinks', params: {} },
        { view: 'ntpServers', params: {}, later: true },
        // What is verified depends on it; without a source nobody is asked, and no source is waited for long.
        { view: 'liveClocks', params: {} },
        { view: 'timingEvents', params: { last: '24h' }, later: true },
      ]}
    >
      <Page fill>
        <ClockHead />
        <FactStrip />
        <ClockBoard />
        <Provenance />
      </Page>
    </Prefetched>
  );
}
