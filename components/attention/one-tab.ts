/**
 * Of several tabs one makes the noise: the one that was looked at last. They tell each other what they have heard of,
 * so that a change of hands repeats nothing.
 */
import { SEVERITIES, type Severity } from '@/lib/domain/alarm';

const NAME = 'roost-attention';

/**
 * Asks for the right to make noise, and keeps asking. Web Locks need https (or this machine); without them every tab
 * that is in view has it.
 * @param onChange told when this tab gets or loses it
 * @returns how to give it up
 */
export function holdBell(onChange: (mine: boolean) => void): () => void {
  if (!navigator.locks) {
    const look = () => onChange(!document.hidden);
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }
  let over = false;
  let mine = false;
  let letGo: (() => void) | undefined;
  let queued: AbortController | undefined;

  const held = () =>
    new Promise<void>((resolve) => {
      mine = true;
      letGo = resolve;
      onChange(true);
    });
  const lost = () => {
    if (mine) onChange(false);
    mine = false;
    if (!over) queue();
  };
  const queue = () => {
    queued?.abort();
    const mayWait = new AbortController();
    queued = mayWait;
    navigator.locks.request(NAME, { signal: mayWait.signal }, held).catch(() => {
      // Stolen by the tab that is looked at now. One's own giving up of a place in the queue is no loss.
      if (!mayWait.signal.aborted) lost();
    });
  };
  const take = () => {
    if (document.hidden || mine || over) return;
    queued?.abort();
    navigator.locks.request(NAME, { steal: true }, held).catch(lost);
  };
  if (document.hidden) queue();
  else take();
  document.addEventListener('visibilitychange', take);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', take);
    queued?.abort();
    letGo?.();
  };
}

export type Gossip = {
  heard: readonly { id: string; severity: Severity }[];
  /** What rings in the tab that says it. */
  ringing: readonly string[];
  /** Somebody asked for silence there: nothing of this rings any more. */
  silenced: readonly string[];
};

export type Grapevine = { tell: (gossip: Gossip) => void; close: () => void };

/** The line between the tabs of this browser. */
export function openGrapevine(onGossip: (gossip: Gossip) => void): Grapevine {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => onGossip(readGossip(data));
  return { tell: (gossip) => channel.postMessage(gossip), close: () => channel.close() };
}

/** A tab of another build may say other things: what is not understood is left out. */
export function readGossip(data: unknown): Gossip {
  const list = (key: string): unknown[] => {
    const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
    return Array.isArray(value) ? value : [];
  };
  const ids = (key: string) => list(key).filter((each) => typeof each === 'string');
  const heard = list('heard').flatMap((each) => {
    const id: unknown = Reflect.get(Object(each), 'id');
    const severity = SEVERITIES.find((known) => known === Reflect.get(Object(each), 'severity'));
    return typeof id === 'string' && severity ? [{ id, severity }] : [];
  });
  return { heard, ringing: ids('ringing'), silenced: ids('silenced') };
}
