'use client';
/** The NTP servers of the cloud: up to three, in the order in which they are asked. */
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextField } from '@/components/ui/text-field';
import { MOST_NTP_SERVERS, ntpServersVerdict } from '@/lib/domain/clock/ntp-rules';
import type { JobProps } from './clock-job-sheet';
import { ClockSheet } from './clock-sheet';

type Line = { id: number; text: string };

export function NtpSheet({ facts, onClose }: JobProps<'ntp'>) {
  const [first] = useState(facts.ntp?.servers ?? []);
  const [lines, setLines] = useState<readonly Line[]>(() =>
    (first.length > 0 ? first : ['']).map((text, id) => ({ id, text })),
  );
  const servers = lines.map(({ text }) => text.trim()).filter((text) => text !== '');
  const changed = servers.join() !== first.join();
  const controllers = facts.hosts.filter(({ personality }) => personality === 'controller').length;

  const swap = (at: number, with_: number) => {
    const next = [...lines];
    const [one, other] = [next[at], next[with_]];
    if (!one || !other) return;
    next[at] = other;
    next[with_] = one;
    setLines(next);
  };
  return (
    <ClockSheet
      title="NTP servers"
      sentence={`Hosts that follow NTP take time from these. The ${controllers === 1 ? 'controller has' : 'controllers have'} to be locked and unlocked for it.`}
      button="Save"
      done="The NTP servers were changed"
      facts={facts}
      calls={changed ? [{ do: 'ntp.change', servers }] : []}
      gap={changed ? null : 'Nothing has been changed'}
      dirty={changed}
      onClose={onClose}
    >
      {(run) => (
        <fieldset className="flex flex-col gap-3">
          <legend className="pb-2 font-semibold text-body text-ink">Servers, the first one first</legend>
          {lines.map(({ id, text }, index) => {
            const alone = text.trim() === '' ? null : ntpServersVerdict([text], null);
            return (
              <div key={id} className="flex items-start gap-1">
                <TextField
                  className="min-w-0 flex-1"
                  label={`Server ${index + 1}`}
                  mono
                  value={text}
                  help="A name or an IP address; names need a DNS server"
                  error={
                    alone && !alone.ok
                      ? alone.why
                      : run.failedCall && index === lines.length - 1
                        ? (run.failure?.message ?? null)
                        : null
                  }
                  was={first[index] !== undefined && first[index] !== text ? first[index] : null}
                  onChange={(event) =>
                    setLines(lines.map((one) => (one.id === id ? { id, text: event.target.value } : one)))
                  }
                />
                <span className="flex pt-6">
                  <IconButton
                    label={`Move server ${index + 1} up`}
                    icon={<ArrowUp size={14} strokeWidth={1.75} aria-hidden />}
                    disabledReason={index === 0 ? 'It is the first' : null}
                    onClick={() => swap(index, index - 1)}
                  />
                  <IconButton
                    label={`Move server ${index + 1} down`}
                    icon={<ArrowDown size={14} strokeWidth={1.75} aria-hidden />}
                    disabledReason={index === lines.length - 1 ? 'It is the last' : null}
                    onClick={() => swap(index, index + 1)}
                  />
                  <IconButton
                    label={`Remove server ${index + 1}`}
                    icon={<X size={14} strokeWidth={1.75} aria-hidden />}
                    disabledReason={lines.length === 1 ? 'The list needs one' : null}
                    onClick={() => setLines(lines.filter((one) => one.id !== id))}
                  />
                </span>
              </div>
            );
          })}
          <Button
            className="w-fit"
            icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
            disabledReason={
              lines.length >= MOST_NTP_SERVERS ? `The platform takes ${MOST_NTP_SERVERS} at most` : null
            }
            onClick={() =>
              setLines([...lines, { id: Math.max(...lines.map((one) => one.id)) + 1, text: '' }])
            }
          >
            Add server
          </Button>
        </fieldset>
      )}
    </ClockSheet>
  );
}
