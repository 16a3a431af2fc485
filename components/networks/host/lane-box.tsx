'use client';
/** One box of the lanes. */
import { clsx } from 'clsx';
import { memo } from 'react';
import { ClockGlyph } from '@/components/ui/glyphs/clock-glyph';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import type { LaneFault } from '@/lib/domain/network/lane-faults';
import type { LaneKind, LaneNode } from '@/lib/domain/network/lanes';
import { BOX, leftOf, PITCH, widthOf } from './lane-geometry';

export const KIND_WORDS: Record<LaneKind, string> = {
  neighbour: 'LLDP neighbour',
  silence: 'LLDP neighbour',
  port: 'Port',
  interface: 'Interface',
  unread: 'Interface',
  network: 'Platform network',
  data: 'Data network',
  timing: 'PTP instance',
};

/** What a reader hears of a box. */
export function boxWords({ kind, name, tag, about }: LaneNode, fault: LaneFault | undefined): string {
  const speed = kind === 'port' && tag !== 'no speed' ? `link up, ${tag}` : tag;
  const quiet = ['network', 'data', 'timing'].includes(kind) ? '' : speed;
  const alarm = fault ? `${fault.severity} alarm: ${fault.reason}` : '';
  return [`${KIND_WORDS[kind]} ${name}`, quiet, about, alarm].filter(Boolean).join(', ');
}

type Props = {
  node: LaneNode;
  fault: LaneFault | undefined;
  traced: boolean;
  hit: boolean;
  pinned: boolean;
  /** Takes focus when one tabs into the lanes. */
  tabStop: boolean;
};

export const LaneBox = memo(function LaneBox({ node, fault, traced, hit, pinned, tabStop }: Props) {
  const end = node.column === 4;
  return (
    <button
      type="button"
      data-key={node.key}
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={pinned}
      aria-label={boxWords(node, fault)}
      title={[node.name, node.about, fault?.reason].filter(Boolean).join('\n')}
      style={{
        left: `${leftOf(node) / 10}%`,
        width: `${widthOf(node) / 10}%`,
        top: node.row * PITCH,
        height: BOX,
      }}
      className={clsx(
        'absolute flex flex-col justify-center rounded-2 border px-2.5 text-left',
        traced ? 'border-accent-fill' : node.quiet ? 'border-line' : 'border-line hover:border-control',
        node.quiet && 'border-dashed',
        end ? 'bg-canvas' : traced ? 'bg-selected' : 'bg-surface',
        hit && 'shadow-[inset_0_0_0_1px_var(--accent-fill)]',
      )}
    >
      <BoxLines node={node} fault={fault} />
    </button>
  );
});

/** Name and tag, and what there is to say below. */
export function BoxLines({ node, fault }: { node: LaneNode; fault: LaneFault | undefined }) {
  const silent = node.kind === 'silence';
  const about = fault?.clock ? fault.words : node.about;
  return (
    <>
      <span className="flex w-full min-w-0 items-center gap-1.5">
        {fault &&
          (fault.clock ? (
            <ClockGlyph state={fault.clock} size={14} />
          ) : (
            <SeverityGlyph severity={fault.severity} size={13} />
          ))}
        <span
          className={clsx(
            'min-w-0 shrink grow truncate',
            silent ? 'text-small text-ink-3' : 'mono font-medium',
            node.quiet ? 'text-ink-3' : 'text-ink',
          )}
        >
          {node.name}
        </span>
        {node.tag && (
          <span className="flex gives-way items-center gap-1 text-micro text-ink-3">
            {node.kind === 'port' && node.tag !== 'no speed' && <LinkMark />}
            {node.tag}
          </span>
        )}
      </span>
      {about && <span className="w-full truncate text-micro text-ink-3">{about}</span>}
    </>
  );
}

/** The link is up: the inventory has a speed. */
function LinkMark() {
  return (
    <svg aria-hidden width="8" height="7" viewBox="0 0 8 7" className="text-ok-fill" fill="currentColor">
      <path d="M4 0l4 7H0z" />
    </svg>
  );
}
