'use client';

import {
  ArrowLeftRight,
  Disc3,
  Lock,
  LockOpen,
  type LucideIcon,
  Pencil,
  Power,
  RotateCcw,
  Settings2,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import { Kbd } from '@/components/ui/kbd';
import { type Host, hostCondition, hostName } from '@/lib/domain/host';
import { actionSpec } from '@/lib/domain/host-actions';
import { raiseFirst } from '@/lib/format/words';
import { pieces, type Words } from './match';
import type { Entry } from './results';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** By the name that a spec of lib/domain/host-actions.ts gives. */
const ACTION_ICONS: Record<string, LucideIcon> = {
  lock: Lock,
  'lock-open': LockOpen,
  'arrow-left-right': ArrowLeftRight,
  'rotate-ccw': RotateCcw,
  power: Power,
  'disc-3': Disc3,
  'trash-2': Trash2,
  pencil: Pencil,
};

type Props = { entry: Entry; words: Words; current: boolean };

/** One line: icon, name, remark, keys. */
export function EntryLine({ entry, words, current }: Props) {
  switch (entry.kind) {
    case 'place': {
      const { place } = entry;
      return (
        <Line icon={<place.icon {...ICON} />} name={<Marked text={place.label} words={words} />}>
          <span className="ml-auto">
            <Kbd keys={['g', place.key]} />
          </span>
        </Line>
      );
    }
    case 'host': {
      const { host } = entry;
      return (
        <Line
          icon={<StateGlyph state={hostCondition(host)} />}
          name={
            <span className="mono">
              <Marked text={hostName(host)} words={words} />
            </span>
          }
          remark={stateOf(host)}
        />
      );
    }
    case 'action': {
      const { host, action, verdict } = entry;
      const { label, icon } = actionSpec(action);
      const Icon = ACTION_ICONS[icon] ?? Settings2;
      return (
        <Line
          icon={<Icon {...ICON} />}
          name={
            <>
              <Marked text={label} words={words} />{' '}
              <span className="mono">
                <Marked text={hostName(host)} words={words} />
              </span>
              {verdict.ok && '…'}
            </>
          }
          remark={
            !verdict.ok ? verdict.why : current ? 'opens the sheet, nothing happens yet' : stateOf(host)
          }
        >
          {current && (
            <span className="ml-auto max-md:hidden">
              <Kbd>Enter</Kbd>
            </span>
          )}
        </Line>
      );
    }
    case 'setting':
      return (
        <Line
          icon={<Settings2 {...ICON} />}
          name={<Marked text={entry.setting.label} words={words} />}
          {...(entry.setting.hint ? { remark: entry.setting.hint } : {})}
        />
      );
  }
}

/** "Worker, available". */
const stateOf = (host: Host): string =>
  `${raiseFirst(host.personality ?? 'not provisioned')}, ${host.availability ?? 'availability unknown'}`;

function Line(props: { icon: ReactNode; name: ReactNode; remark?: string; children?: ReactNode }) {
  return (
    <>
      {props.icon}
      <span className="palette-name">{props.name}</span>
      {props.remark && (
        <span className="palette-remark" title={props.remark}>
          {props.remark}
        </span>
      )}
      {props.children}
    </>
  );
}

function Marked({ text, words }: { text: string; words: Words }) {
  let at = 0;
  return pieces(text, words).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.hit ? <b key={key}>{piece.text}</b> : <span key={key}>{piece.text}</span>;
  });
}
