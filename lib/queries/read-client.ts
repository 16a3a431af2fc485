/**
 * Reads for views. Calls made in the same tick travel in one server action (`readMany`), because the client
 * sends server actions one at a time; each value settles by itself.
 */
import { type ReadManyAnswer, type ReadRequest, readMany } from '@/lib/actions/read-many';
import type { ReadAnswer } from '@/lib/domain/reading';
import { noteBuild, noteUnknownAction, READS_NO_MORE } from './build';
import { noteServerTime } from './clock';
import { noteSessionLost } from './session-lost';

type Job = { request: ReadRequest; settle: (answer: ReadAnswer<unknown>) => void };

const MOST_PER_TRIP = 32;
let waiting: Job[] = [];

/** Asks for one reading. Never rejects: a console that cannot be reached is a Failure like any other. */
export function read(request: ReadRequest): Promise<ReadAnswer<unknown>> {
  return new Promise((settle) => {
    waiting.push({ request, settle });
    if (waiting.length === 1) setTimeout(depart, 0);
  });
}

function depart(): void {
  const jobs = waiting;
  waiting = [];
  for (let at = 0; at < jobs.length; at += MOST_PER_TRIP) void travel(jobs.slice(at, at + MOST_PER_TRIP));
}

async function travel(jobs: Job[]): Promise<void> {
  const askedAt = Date.now();
  let answer: ReadManyAnswer;
  try {
    answer = await readMany(jobs.map((job) => job.request));
  } catch (cause) {
    const answer = noteUnknownAction(cause) ? { ...unanswered, error: READS_NO_MORE } : unanswered;
    for (const job of jobs) job.settle(answer);
    return;
  }
  noteBuild(answer.build);
  noteServerTime(answer.now, askedAt, Date.now());
  for (const [index, job] of jobs.entries()) {
    const value = answer.answers[index]?.value ?? Promise.reject(new Error('no answer'));
    value.then(
      (reading) => {
        if (reading.error?.kind === 'unauthenticated') noteSessionLost();
        job.settle(reading);
      },
      () => job.settle(unanswered),
    );
  }
}

const unanswered = {
  error: { kind: 'unavailable', service: 'console', message: 'The console does not answer.' },
  nextInMs: 1_000,
  paceMs: 15_000,
} satisfies ReadAnswer<never>;
