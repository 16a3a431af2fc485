'use client';
/** What this browser sounds for and notifies of, by severity, each with a button to hear it. */
import { Play } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { SeverityGlyph } from '@/components/ui/glyphs/severity-glyph';
import { IconButton } from '@/components/ui/icon-button';
import { Note } from '@/components/ui/note';
import { askPermission, NO_NOTICES, permission } from '@/components/ui/notify';
import { SEVERITIES, type Severity } from '@/lib/domain/alarm';
import { withSeverity } from '@/lib/domain/attention-bell';
import { raiseFirst } from '@/lib/format/words';
import { attentionState } from '@/lib/queries/attention-state';
import { setAttentionTaste, useAttentionTaste } from '@/lib/queries/attention-taste';
import { useStore } from '@/lib/queries/store';
import { playTone, wakeSound } from './tones';

export function AttentionSettings() {
  const taste = useAttentionTaste();
  const [allowed, setAllowed] = useState(permission);
  const [kept, setKept] = useState(false);
  const { sound } = useStore(attentionState);
  const off = NO_NOTICES[allowed] ?? null;

  const setSound = (severity: Severity, on: boolean) => {
    setAttentionTaste({ ...taste, sound: withSeverity(taste.sound, severity, on) });
    // This click is what the browser waits for.
    if (on) void wakeSound();
  };
  const setNotify = async (severity: Severity, on: boolean) => {
    if (on) {
      const answer = await askPermission();
      setAllowed(answer);
      if (answer !== 'granted') return;
    }
    setAttentionTaste({ ...taste, notify: withSeverity(taste.notify, severity, on) });
  };
  const test = async (severity: Severity) => setKept(!(await playTone(severity)));

  return (
    <div className="flex flex-col gap-3">
      <table className="w-full text-body text-ink">
        <thead>
          <tr className="text-left text-ink-3 text-small [&>th]:pb-1 [&>th]:font-medium">
            <th scope="col">New alarm</th>
            <th scope="col">Sound</th>
            <th scope="col">Desktop</th>
            <th scope="col" className="text-right">
              Test
            </th>
          </tr>
        </thead>
        <tbody>
          {SEVERITIES.map((severity) => (
            <tr key={severity} className="border-hair border-t [&>td]:py-1 [&>th]:py-1">
              <th scope="row" className="text-left font-normal">
                <span className="flex items-center gap-2">
                  <SeverityGlyph severity={severity} size={16} />
                  {raiseFirst(severity)}
                </span>
              </th>
              <td>
                <Checkbox
                  hideLabel
                  label={`Sound for ${severity}`}
                  checked={taste.sound.includes(severity)}
                  onCheckedChange={(on) => setSound(severity, on)}
                />
              </td>
              <td>
                <Checkbox
                  hideLabel
                  label={`Notify of ${severity}`}
                  checked={off === null && taste.notify.includes(severity)}
                  disabledReason={off}
                  onCheckedChange={(on) => void setNotify(severity, on)}
                />
              </td>
              <td className="text-right">
                <IconButton
                  label={`Play the sound of ${severity}`}
                  icon={<Play size={14} strokeWidth={1.75} aria-hidden />}
                  onClick={() => void test(severity)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(kept || (sound === 'missing' && taste.sound.length > 0)) && (
        <Note tone="minor" live="polite" title="This browser keeps the sound back.">
          Click once more, or allow sound for this site in its settings.
        </Note>
      )}
      {off && <p className="text-ink-2 text-small">{off}</p>}
      <p className="text-ink-3 text-small">
        For this browser. Critical repeats every 10 s until somebody marks it as seen. What stood before, and
        what is suppressed or shelved, makes no sound. Of several tabs one sounds.
      </p>
    </div>
  );
}
