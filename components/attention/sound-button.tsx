'use client';
/** "Sound off": what this browser does with new alarms, in the head of the alarms. */
import { Volume2, VolumeX } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { laterPart } from '@/components/ui/later-part';
import { Popover } from '@/components/ui/popover';
import { attentionState } from '@/lib/queries/attention-state';
import { useAttentionTaste } from '@/lib/queries/attention-taste';
import { useStore } from '@/lib/queries/store';

const Settings = laterPart(async () => (await import('./attention-settings')).AttentionSettings);

export function SoundButton() {
  const { sound: severities } = useAttentionTaste();
  const { sound } = useStore(attentionState);
  const on = severities.length > 0;
  const Icon = on && sound === 'ready' ? Volume2 : VolumeX;
  return (
    <Popover
      label="Sound and notifications"
      align="end"
      className="w-[340px] max-w-[calc(100vw-16px)] p-3.5"
      trigger={
        <Button
          variant="ghost"
          className="max-md:self-start"
          icon={<Icon size={14} strokeWidth={1.75} aria-hidden />}
        >
          {!on ? 'Sound off' : sound === 'ready' ? 'Sound on' : 'Sound blocked'}
        </Button>
      }
    >
      <Settings />
    </Popover>
  );
}
