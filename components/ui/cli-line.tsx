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
 * the following ones indented by two. Quoted words and words longer than a line stay whole. A comment in a line of its own
 * (`# …`) keeps to such lines: a backslash does not carry one over.
 */
export function wrapCommand(command: string, width: number): string {
  const [does = '', comment = ''] = command.startsWith('# ') ? ['', command.slice(2)] : command.split('\n# ');
  const lines = [
    ...wrapped(does.match(/(?:[^\s"']+|"(?:\\.|[^"])*"|'[^']*')+/g) ?? [], width - 2, '  ').map(
      (line, index, all) => (index < all.length - 1 ? `${line} \\` : line),
    ),
    ...wrapped(comment.match(/\S+/g) ?? [], width - 2, '').map((line) => `# ${line}`),
  ];
  return lines.join('\n');
}

/** Words in lines of at most `width` letters, those after the first with an indent. */
function wrapped(words: readonly string[], width: number, indent: string): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined) lines.push(word);
    else if (last.length + 1 + word.length > width) lines.push(`${indent}${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
