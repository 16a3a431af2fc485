import { CopyButton } from './copy-button';

/** The same act as a command to paste. Long ones wrap with a backslash, so that what is seen is what is copied. */
export function CliLine({
  command,
  label = 'Same as',
  width = 60,
}: {
  command: string;
  label?: string;
  width?: number;
}) {
  const text = wrapCommand(command, width);
  return (
    <div>
      {label && <p className="mb-1.5 text-small text-ink-3">{label}</p>}
      <div className="cli">
        <span className="cli-prompt" aria-hidden>
          $
        </span>
        <pre>{text}</pre>
        <CopyButton text={text} label="Copy the command" />
      </div>
    </div>
  );
}

/**
 * Breaks a shell command between words so that no line is longer than `width`, each but the last ending in ` \`,
 * the following ones indented by two. Quoted words and words longer than a line stay whole.
 */
export function wrapCommand(command: string, width: number): string {
  const words = command.match(/(?:[^\s"']+|"(?:\\.|[^"])*"|'[^']*')+/g) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const indent = lines.length > 0 && line === '' ? '  ' : '';
    if (line && line.length + 1 + word.length > width - 2) {
      lines.push(`${line} \\`);
      line = `  ${word}`;
    } else {
      line = line ? `${line} ${word}` : `${indent}${word}`;
    }
  }
  return [...lines, line].join('\n');
}
