'use client';
/** Of which host, or of the whole system; the text to read and to copy, and the file. */
import { Download, FileCode, GitCompareArrows } from 'lucide-react';
import Link from 'next/link';
import { useMemo } from 'react';
import { YamlLines } from '@/components/code/yaml-lines';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { NotRead } from '@/components/ui/not-read';
import { Note } from '@/components/ui/note';
import { Panel } from '@/components/ui/panel';
import { SelectField } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { undeclarable } from '@/lib/domain/declarative/host-documents';
import { hostFile } from '@/lib/domain/declarative/print';
import { findHost, type Host, hostName, isProvisioned } from '@/lib/domain/host';
import { natural } from '@/lib/domain/natural';
import { counted } from '@/lib/domain/words';
import { useView } from '@/lib/queries/view';
import { useParams } from '@/lib/url/use-params';
import { EXPORT_PARAMS } from './export-params';
import { useFile } from './use-file';

export function ExportBoardBody() {
  const [{ host: ref }, set] = useParams(EXPORT_PARAMS);
  const seen = useView('hosts', {});
  const { state, run, cancel } = useFile();
  if (!seen?.data)
    return seen?.error ? (
      <NotRead fills="page" title="No hosts to show" error={seen.error} />
    ) : (
      <SkeletonRows label="Reading the hosts" />
    );
  const { hosts } = seen.data;
  const host = ref === null ? undefined : findHost(hosts, ref);
  const names = hosts.filter(isProvisioned).map(hostName).toSorted(natural);
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <SelectField
          label="Configuration of"
          mono
          className="w-52 max-md:w-full"
          placeholder="The whole system"
          value={host ? hostName(host) : ''}
          options={names.map((value) => ({ value, label: value }))}
          onChange={({ target }) => set({ host: target.value || null }, 'push')}
        />
        {ref === null && (
          <Button
            icon={<FileCode size={14} strokeWidth={1.75} aria-hidden />}
            busy={state.busy}
            onClick={() => void run(null, false)}
          >
            Read the whole system
          </Button>
        )}
        <Button
          icon={<Download size={14} strokeWidth={1.75} aria-hidden />}
          {...(state.busy ? { disabledReason: 'A file is being read' } : {})}
          onClick={() => void run(ref, true)}
        >
          Save file
        </Button>
        {state.busy && <Button onClick={cancel}>Cancel</Button>}
        {host && (
          <Link
            className={buttonClass()}
            prefetch={false}
            href={`/hosts/compare?left=${encodeURIComponent(hostName(host))}`}
          >
            <GitCompareArrows size={14} strokeWidth={1.75} aria-hidden />
            Compare
          </Link>
        )}
        <p role="status" className="text-ink-2">
          {state.words}
        </p>
      </div>
      {ref !== null && !host && <Note tone="unknown" title={`No host here is called ${ref}.`} />}
      {host && <OfHost host={host} />}
      {ref === null && <OfSystem text={state.text} hosts={names.length} />}
    </>
  );
}

function OfHost({ host }: { host: Host }) {
  const seen = useView('hostDeclaration', { hostId: host.id });
  const system = useView('system', {})?.data?.name ?? null;
  const text = useMemo(
    () => (seen?.data ? hostFile(host, seen.data.documents, system) : null),
    [host, seen?.data, system],
  );
  const why = undeclarable(host);
  if (why !== null) return <Note tone="unknown" title={why} />;
  if (text === null)
    return seen?.error ? (
      <NotRead title={`${hostName(host)} could not be read`} error={seen.error} />
    ) : (
      <SkeletonRows label={`Reading ${hostName(host)}`} rows={6} />
    );
  return (
    <>
      {seen?.data?.unread.map(({ part, message }) => (
        <Note key={part} tone="unknown" title={`${part} could not be read and are missing here.`}>
          <span className="mono">{message}</span>
        </Note>
      ))}
      <Shown title={hostName(host)} text={text} />
    </>
  );
}

/** More lines nobody scrolls through, and a browser draws them slowly. */
const MOST_LINES = 2_000;

function OfSystem({ text, hosts }: { text: string | null; hosts: number }) {
  if (text === null)
    return (
      <EmptyState icon={<FileCode aria-hidden />} title="Not read yet">
        The whole system asks the platform for two lists of each of {counted(hosts, 'host')}, and for thirty
        more in all. It is read when you ask for it.
      </EmptyState>
    );
  return <Shown title="The whole system" text={text} />;
}

function Shown({ title, text }: { title: string; text: string }) {
  const lines = text.trimEnd().split('\n');
  const cut = lines.length > MOST_LINES;
  return (
    <Panel
      title={title}
      meta={counted(lines.length, 'line')}
      actions={<CopyButton text={text} label="Copy the YAML" />}
      {...(cut
        ? {
            foot: `The first ${counted(MOST_LINES, 'line')} are shown. The file and the copy have all of them.`,
          }
        : {})}
    >
      <div className="border-line border-t">
        <YamlLines label={`YAML of ${title}`} text={cut ? lines.slice(0, MOST_LINES).join('\n') : text} />
      </div>
    </Panel>
  );
}
