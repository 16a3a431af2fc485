'use client';
/** The frame of the guide: where one is, the one question, and what goes on at the thumb. */
import { ArrowLeft, X } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useRef } from 'react';
import { useCloudName } from '@/components/shell/cloud-badge';
import { Freshness } from '@/components/shell/freshness';
import { IconButton } from '@/components/ui/icon-button';
import { ADD_STEPS, type AddStep } from '@/lib/domain/new-host/draft';

export const STEP_NAMES: Record<AddStep, string> = {
  identify: 'identify',
  role: 'role and name',
  board: 'board management',
  install: 'installation',
  review: 'review',
};

type Props = {
  step: AddStep;
  question: string;
  lead?: ReactNode;
  /** Goes a step back; null on the first one, which is left by the cross. */
  onBack: (() => void) | null;
  foot: ReactNode;
  children: ReactNode;
};

const ICON = { size: 20, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function GuideFrame({ step, question, lead, onBack, foot, children }: Props) {
  const cloud = useCloudName();
  const index = ADD_STEPS.indexOf(step);
  const heading = useHeadingOf(step);
  return (
    <div className="guide">
      <div className="guide-head">
        {onBack ? (
          <IconButton label="Back" icon={<ArrowLeft {...ICON} />} className="size-11" onClick={onBack} />
        ) : (
          <Link href="/hosts" aria-label="Close" className="btn btn-ghost btn-icon size-11">
            <X {...ICON} />
          </Link>
        )}
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="truncate text-micro text-ink-3">{cloud ?? 'Cloud'}</span>
          <span className="truncate font-semibold">Add a host</span>
        </span>
        <span className="md:hidden">
          <Freshness />
        </span>
      </div>
      <div className="guide-bars" aria-hidden>
        {ADD_STEPS.map((one, at) => (
          <i key={one} data-state={at < index ? 'done' : at === index ? 'now' : 'todo'} />
        ))}
      </div>
      <div className="guide-body">
        <div>
          <p className="text-small text-ink-3">
            Step {index + 1} of {ADD_STEPS.length}, {STEP_NAMES[step]}
          </p>
          <h1 key={step} ref={heading} tabIndex={-1}>
            {question}
          </h1>
          {lead && <p className="pt-0.5 text-ink-2">{lead}</p>}
        </div>
        {children}
      </div>
      <div className="guide-foot">{foot}</div>
    </div>
  );
}

/** Whoever goes on or back finds themselves at the top of the step, and hears its question. */
function useHeadingOf(step: AddStep): (heading: HTMLHeadingElement | null) => void {
  const shown = useRef(step);
  return (heading) => {
    if (!heading || shown.current === step) return;
    shown.current = step;
    heading.focus();
    window.scrollTo({ top: 0 });
  };
}
