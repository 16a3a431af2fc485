'use client';
/** The editor of YAML: CodeMirror, of which only what is used is here. Its text is its own; changes are told. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { linter, lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useCallback, useRef } from 'react';
import { readOverrides } from '@/lib/domain/application/overrides/override-yaml';
import { codeColours, codeTheme } from './code-look';

type Props = {
  /** Its name for who does not see it. */
  label: string;
  /** Id of what tells how to leave it. */
  describedBy: string;
  /** The text that it begins with; another text needs another `key`. */
  text: string;
  readOnly: boolean;
  onChange: (text: string) => void;
};

/** Faults as the editor marks them, in the gutter and under the letters. */
const faults = linter(
  ({ state }) => {
    const read = readOverrides(state.doc.toString());
    if (read.ok) return [];
    const end = state.doc.length;
    return read.faults.map(({ from, to, message }) => ({
      ...{ from: Math.min(from, end), to: Math.min(to, end), severity: 'error' as const, message },
    }));
  },
  { delay: 250 },
);

/** The page's content security policy takes the editor's styles with the nonce that its own scripts have. */
const nonceOfPage = (): string => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

export function CodeEditor({ label, describedBy, text, readOnly, onChange }: Props) {
  const tell = useRef(onChange);
  tell.current = onChange;
  const first = useRef(text);
  const mount = useCallback(
    (parent: HTMLDivElement | null) => {
      if (!parent) return;
      const view = new EditorView({
        parent,
        state: EditorState.create({
          doc: first.current,
          extensions: [
            EditorView.cspNonce.of(nonceOfPage()),
            ...[lintGutter(), lineNumbers(), highlightActiveLine(), highlightActiveLineGutter()],
            ...[history(), drawSelection(), indentOnInput(), bracketMatching()],
            ...[indentUnit.of('  '), EditorState.tabSize.of(2), EditorView.lineWrapping],
            ...[yaml(), syntaxHighlighting(codeColours), codeTheme, faults],
            keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
            EditorState.readOnly.of(readOnly),
            EditorView.contentAttributes.of({
              ...{ 'aria-label': label, 'aria-describedby': describedBy },
              ...(readOnly ? { 'aria-readonly': 'true' } : {}),
            }),
            EditorView.updateListener.of((update) => {
              if (update.docChanged) tell.current(update.state.doc.toString());
            }),
          ],
        }),
      });
      return () => view.destroy();
    },
    [label, describedBy, readOnly],
  );
  return <div ref={mount} className="h-full min-h-64 text-small max-md:text-prose" />;
}
