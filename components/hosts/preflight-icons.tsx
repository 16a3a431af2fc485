import {
  ArrowLeftRight,
  Bell,
  Boxes,
  ClockFading,
  Database,
  Layers,
  type LucideIcon,
  Network,
  Server,
} from 'lucide-react';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
import type { Effect } from '@/lib/domain/host-effects';

const ICONS: Record<Effect['kind'], LucideIcon> = {
  alarm: Bell,
  hosts: Server,
  network: Network,
  pods: Boxes,
  storage: Database,
  console: ArrowLeftRight,
  clock: ClockFading,
  services: Layers,
};

/** What an effect is about; what no source tells carries the mark of the unknown. */
export function EffectIcon({ kind, unknown }: { kind: Effect['kind']; unknown: boolean }) {
  if (unknown) return <StateGlyph state="unknown" size={16} title="Unknown" />;
  const Icon = ICONS[kind];
  return <Icon size={16} strokeWidth={1.75} aria-hidden />;
}
