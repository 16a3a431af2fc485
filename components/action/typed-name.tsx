'use client';
/** What cannot be undone is confirmed by typing its name. */
import { CliLine } from '@/components/ui/cli-line';
import { TextField } from '@/components/ui/text-field';

type Props = {
  name: string;
  typed: string;
  onTyped: (text: string) => void;
  /** While the name is not typed the form is not ready, and shows no command by itself. */
  commands: readonly string[];
};

export function TypedName({ name, typed, onTyped, commands }: Props) {
  return (
    <>
      <TextField
        label={
          <>
            Type <span className="mono">{name}</span> to confirm
          </>
        }
        mono
        value={typed}
        onChange={({ target }) => onTyped(target.value)}
      />
      {commands.map((command) => (
        <CliLine key={command} command={command} />
      ))}
    </>
  );
}
