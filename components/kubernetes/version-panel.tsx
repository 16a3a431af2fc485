'use client';
/** The versions that the platform has, in which state each is, and from which it can be reached. */
import { StateGlyph, type StateGlyphName } from '@/components/ui/glyphs/state-glyph';
import { Panel } from '@/components/ui/panel';
import { type Kubernetes, type KubeVersion, type KubeVersionPath, unreadKube } from '@/lib/domain/kube/kube';
import { formatCounted } from '@/lib/format/number';
import { raiseFirst } from '@/lib/format/words';
import { useView } from '@/lib/queries/view';

const GLYPHS: Readonly<Record<string, StateGlyphName>> = {
  active: 'available',
  available: 'online',
  partial: 'degraded',
  unavailable: 'offline',
};

export function VersionPanel({ kube }: { kube: Kubernetes }) {
  const paths = useView('kubePaths', {});
  const unread = unreadKube(kube, 'versions');
  return (
    <Panel
      title="Versions"
      meta={unread === null ? formatCounted(kube.versions.length, 'version') : undefined}
      padded
    >
      {unread !== null ? (
        <p className="text-unk-fg">
          Unknown. <span className="mono">{unread}</span>
        </p>
      ) : (
        <ul aria-label="Versions" className="flex flex-col">
          {kube.versions.toReversed().map((one) => (
            <VersionLine
              key={one.version}
              one={one}
              path={paths?.data?.find(({ version }) => version === one.version)}
              pathsUnknown={paths?.error !== undefined && paths.data === undefined}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

type Props = { one: KubeVersion; path: KubeVersionPath | undefined; pathsUnknown: boolean };

function VersionLine({ one: { version, state, target }, path, pathsUnknown }: Props) {
  const ways = [
    ...(path && path.upgradeFrom.length > 0 ? [`from ${path.upgradeFrom.join(', ')}`] : []),
    ...(path && path.downgradeTo.length > 0 ? [`back to ${path.downgradeTo.join(', ')}`] : []),
    ...(path && path.appliedPatches.length > 0 ? [`needs ${path.appliedPatches.join(', ')} applied`] : []),
    ...(path && path.availablePatches.length > 0
      ? [`needs ${path.availablePatches.join(', ')} available`]
      : []),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 border-t border-line py-1.5 first:border-t-0">
      <StateGlyph state={GLYPHS[state ?? ''] ?? 'unknown'} size={16} />
      <span className="mono font-medium">{version}</span>
      <span
        className={state === null ? 'text-unk-fg' : state === 'unavailable' ? 'text-ink-3' : 'text-ink-2'}
      >
        {state === null ? 'Unknown' : raiseFirst(state)}
      </span>
      {target === true && state !== 'active' && <span className="text-accent text-small">Target</span>}
      <span className="ml-auto text-ink-3 text-small">
        {pathsUnknown ? 'Paths unknown' : ways.join(', ')}
      </span>
    </li>
  );
}
