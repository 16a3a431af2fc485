import { LockGlyph } from '@/components/ui/glyphs/lock-glyph';
import { raiseFirst } from '@/lib/format/words';

/** Normal recedes: the ordinary word is quiet, anything else is not. */
function tone(word: string, normal: string): string {
  return word === normal ? 'text-ink-3' : 'text-ink';
}

const Unknown = () => <span className="text-unk-fg">Unknown</span>;

export function AdministrativeWord({ state }: { state: string | null }) {
  if (state === null) return <Unknown />;
  return (
    <span className={`flex items-center gap-1.5 ${tone(state, 'unlocked')}`}>
      {state === 'locked' && <LockGlyph size={14} />}
      {raiseFirst(state)}
    </span>
  );
}

export function OperationalWord({ state }: { state: string | null }) {
  if (state === null) return <Unknown />;
  return <span className={tone(state, 'enabled')}>{raiseFirst(state)}</span>;
}

const AVAILABILITY_TONE: Record<string, string> = {
  available: 'text-ink-3',
  degraded: 'font-medium text-major-fg',
  failed: 'font-medium text-crit-fg',
  intest: 'text-accent',
};

/** `intest` is the platform's one word that nobody reads at a glance. */
export const availabilityWord = (state: string): string =>
  state === 'intest' ? 'In test' : raiseFirst(state);

export function AvailabilityWord({ state }: { state: string | null }) {
  if (state === null) return <Unknown />;
  return <span className={AVAILABILITY_TONE[state] ?? 'text-ink'}>{availabilityWord(state)}</span>;
}
