import { clsx } from 'clsx';
import { CircleHelp, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type NoteTone = 'info' | 'accent' | 'minor' | 'major' | 'crit' | 'unknown';

export interface NoteProps {
  tone?: NoteTone;
  /** 17 px; the tone's own without it. */
  icon?: ReactNode;
  /** The finding, in strong ink, before the text. */
  title?: ReactNode;
  /** One button or link at the right. */
  action?: ReactNode;
  /** `polite` when it appears while somebody reads, `alert` when it is the answer to what they just did. */
  live?: 'polite' | 'alert';
  className?: string;
  children?: ReactNode;
}

const ICON = { size: 17, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** A finding about the view: one at its top. Unknown is dashed and grey, never a hue. */
export function Note({ tone = 'info', icon, title, action, live, className, children }: NoteProps) {
  return (
    <div
      className={clsx('note', tone !== 'info' && `tone-${tone}`, className)}
      role={live === 'alert' ? 'alert' : live === 'polite' ? 'status' : undefined}
    >
      <span className="note-icon">{icon ?? defaultIcon(tone)}</span>
      <div className="min-w-0 flex-1">
        {title && <strong>{title}</strong>}
        {title && children && ' '}
        {children}
      </div>
      {action && <div className="note-action">{action}</div>}
    </div>
  );
}

function defaultIcon(tone: NoteTone): ReactNode {
  switch (tone) {
    case 'crit':
      return <CircleX {...ICON} className="text-crit-fg" />;
    case 'major':
      return <TriangleAlert {...ICON} className="text-major-fg" />;
    case 'minor':
      return <TriangleAlert {...ICON} className="text-minor-fg" />;
    case 'unknown':
      return <CircleHelp {...ICON} className="text-unk-fg" />;
    case 'accent':
      return <Info {...ICON} className="text-accent" />;
    case 'info':
      return <Info {...ICON} className="text-ink-3" />;
  }
}
