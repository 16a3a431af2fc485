import {
  ArrowLeftRight,
  Disc3,
  Lock,
  LockOpen,
  type LucideIcon,
  Pencil,
  Power,
  RotateCcw,
  Trash2,
} from 'lucide-react';
import { actionSpec, type HostAction } from '@/lib/domain/host-actions';

const ICONS: Record<string, LucideIcon> = {
  lock: Lock,
  'lock-open': LockOpen,
  'arrow-left-right': ArrowLeftRight,
  'rotate-ccw': RotateCcw,
  power: Power,
  'disc-3': Disc3,
  'trash-2': Trash2,
  pencil: Pencil,
};

/** The icon of an action; the word always stands beside it. */
export function ActionIcon({ action, size = 14 }: { action: HostAction; size?: number }) {
  const Icon = ICONS[actionSpec(action).icon];
  return Icon ? <Icon size={size} strokeWidth={1.75} aria-hidden /> : null;
}
