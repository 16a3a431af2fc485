import type { Metadata } from 'next';
import { AuditTrail } from '@/components/audit/audit-trail';
import { Page } from '@/components/shell/page';
import { AUDIT_KEYS, auditParamsOf } from '@/lib/url/audit-url';
import { Prefetched } from '../../prefetched';

export const metadata: Metadata = { title: 'Audit' };

type Asked = Promise<Record<string, string | string[] | undefined>>;

export default async function AuditPage({ searchParams }: { searchParams: Asked }) {
  const asked = await searchParams;
  const query = Object.fromEntries(
    AUDIT_KEYS.map((key) => {
      const value = asked[key];
      return [key, typeof value === 'string' ? value : null];
    }),
  );
  return (
    <Prefetched views={[{ view: 'auditTrail', params: auditParamsOf(query) }]}>
      <Page fill>
        <AuditTrail />
      </Page>
    </Prefetched>
  );
}
