/** YAML to read, with the numbers of its lines and its keys in the accent. */
import { numbered } from '@/lib/format/numbered';
import { LineFrame } from './line-frame';

type Props = {
  label: string;
  text: string;
  /** In a frame of its own, instead of filling its place. */
  boxed?: boolean;
};

export function YamlLines({ label, text, boxed = false }: Props) {
  const lines = text.replace(/\n$/, '').split('\n');
  return (
    <LineFrame label={label} boxed={boxed}>
      {numbered(lines).map(({ number, item: line }) => (
        <li key={number} className="flex pr-3.5">
          <LineNumber>{number}</LineNumber>
          <span className="whitespace-pre pl-4">
            <YamlLine text={line} />
          </span>
        </li>
      ))}
    </LineFrame>
  );
}

export const LineNumber = ({ children }: { children: number }) => (
  <span aria-hidden className="w-10 flex-none select-none text-right text-ink-3 tabular-nums">
    {children}
  </span>
);

const KEY = /^(\s*(?:- )*)("[^"]*"|'[^']*'|[^\s#:'"[{][^:#]*)(:)(?=\s|$)(.*)$/;

/** One line: its key in the accent, what follows in ink. */
export function YamlLine({ text }: { text: string }) {
  const [, indent, key, colon, rest] = KEY.exec(text) ?? [];
  if (key === undefined) return text;
  return (
    <>
      {indent}
      <span className="text-accent">{key}</span>
      {colon}
      {rest}
    </>
  );
}
