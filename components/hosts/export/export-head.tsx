'use client';
import { PageHeader } from '@/components/shell/page';
import { useParams } from '@/lib/url/use-params';
import { EXPORT_PARAMS } from './export-params';

/** What the page is for. */
export function ExportHead() {
  const [{ host }] = useParams(EXPORT_PARAMS);
  return (
    <PageHeader
      title={host === null ? 'Configuration as YAML' : `Configuration of ${host} as YAML`}
      lead="Resources of the StarlingX Deployment Manager, made of what the platform says now. Secrets are named, never written; what is left out stands as a comment with its reason."
    />
  );
}
