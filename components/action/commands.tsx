'use client';
import { CliLine } from '@/components/ui/cli-line';

const MOST_COMMANDS = 6;

/** Each call is a command of its own. Long lists are folded: they can still be read and copied. */
export function Commands({ commands }: { commands: readonly string[] }) {
  const lines = commands.map((command, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the order is what tells calls apart
    <CliLine key={index} command={command} label={index === 0 ? 'Same as' : ''} />
  ));
  if (lines.length <= MOST_COMMANDS) return lines;
  return (
    <details>
      <summary className="link-quiet w-fit text-small text-ink-2">{`Same as ${lines.length} commands`}</summary>
      <div className="flex flex-col gap-2 pt-2">{lines}</div>
    </details>
  );
}
