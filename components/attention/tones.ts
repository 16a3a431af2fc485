/** Sounds of the severities, made by the browser itself: no files, and each can be told from the others by ear. */
import type { Severity } from '@/lib/domain/alarm';

/** Hertz, when it begins and how long it lasts in seconds. */
type Note = { hz: number; at: number; lasts: number };

/** Worse is higher, faster, and more often: four calls, three, two, one. */
export const TONES: Record<Severity, readonly Note[]> = {
  critical: [
    { hz: 988, at: 0, lasts: 0.12 },
    { hz: 1319, at: 0.15, lasts: 0.12 },
    { hz: 988, at: 0.3, lasts: 0.12 },
    { hz: 1319, at: 0.45, lasts: 0.2 },
  ],
  major: [
    { hz: 784, at: 0, lasts: 0.16 },
    { hz: 784, at: 0.22, lasts: 0.16 },
    { hz: 659, at: 0.44, lasts: 0.24 },
  ],
  minor: [
    { hz: 587, at: 0, lasts: 0.2 },
    { hz: 523, at: 0.26, lasts: 0.28 },
  ],
  warning: [{ hz: 440, at: 0, lasts: 0.35 }],
};

const LOUD = 0.22;
/** A tone that begins or ends at once clicks. */
const SOFTEN = 0.015;

let context: AudioContext | undefined;

function audio(): AudioContext | undefined {
  if (typeof AudioContext === 'undefined') return undefined;
  context ??= new AudioContext();
  return context;
}

export type SoundState = 'ready' | 'blocked' | 'missing';

/** Whether a tone would be heard now. Asks the browser, which may say no until somebody has touched the page. */
export async function wakeSound(): Promise<SoundState> {
  const here = audio();
  if (!here) return 'missing';
  // A browser that wants a click first leaves this unanswered until there is one.
  if (here.state !== 'running') {
    await Promise.race([here.resume().catch(() => undefined), new Promise((done) => setTimeout(done, 250))]);
  }
  return here.state === 'running' ? 'ready' : 'blocked';
}

/** Plays the tone of a severity; false when the browser keeps it back. */
export async function playTone(severity: Severity): Promise<boolean> {
  if ((await wakeSound()) !== 'ready') return false;
  const here = audio();
  if (!here) return false;
  const start = here.currentTime + 0.02;
  for (const { hz, at, lasts } of TONES[severity]) {
    const from = start + at;
    const tone = here.createOscillator();
    const volume = here.createGain();
    tone.type = 'triangle';
    tone.frequency.value = hz;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(LOUD, from + SOFTEN);
    volume.gain.setValueAtTime(LOUD, from + lasts - SOFTEN);
    volume.gain.linearRampToValueAtTime(0, from + lasts);
    tone.connect(volume);
    volume.connect(here.destination);
    tone.start(from);
    tone.stop(from + lasts);
  }
  return true;
}
