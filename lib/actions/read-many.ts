'use server';
import type { ReadAnswer } from '@/lib/domain/reading';
import type { Failure } from '@/lib/domain/result';
import { buildId } from '@/lib/server/build-id';
import { guard } from '@/lib/server/guard';
import { countReadMany } from '@/lib/server/metrics';
import { type DataOf, type ParamsOf, patchSince, readView, type ViewName, views } from '@/lib/server/views';

export type ReadRequest<N extends ViewName = ViewName> = {
  view: N;
  params: ParamsOf<N>;
  /** Version the caller already holds. */
  version?: string;
  /** A person asks for it: a reading older than a second is taken anew. */
  byHand?: boolean;
};

export type ReadManyAnswer = {
  /** Build of the server that answered: a tab that was loaded from another one offers to reload. */
  build: string;
  /** Server time, epoch milliseconds: browsers' clocks are not to be trusted with ages. */
  now: number;
  answers: { value: Promise<ReadAnswer<unknown>> }[];
};

const MOST_REQUESTS = 32;

/**
 * Every polled read of the console. The session is checked once; each value streams as soon as it is ready, so a
 * slow service delays nobody else. Arguments come from a browser: names and parameters are checked one by one.
 */
export async function readMany(requests: ReadRequest[]): Promise<ReadManyAnswer> {
  const build = buildId();
  if (!Array.isArray(requests) || requests.length > MOST_REQUESTS) {
    return { build, now: Date.now(), answers: [] };
  }
  countReadMany(requests.length);
  const session = await guard();
  const answers = requests.map((request) => ({
    value: session.ok ? answer(session.data, request) : Promise.resolve(failed(session.error)),
  }));
  return { build, now: Date.now(), answers };
}

async function answer(
  session: Parameters<typeof readView>[0],
  request: ReadRequest,
): Promise<ReadAnswer<DataOf<ViewName>>> {
  if (typeof request !== 'object' || request === null || !Object.hasOwn(views, request.view)) {
    return failed({ kind: 'invalid', message: 'There is no such view.' });
  }
  const params = views[request.view].params.safeParse(request.params);
  if (!params.success)
    return failed({ kind: 'invalid', message: 'The parameters of this view are not valid.' });
  const { value, ...rest } = await readView(session, request.view, params.data, request.byHand === true);
  if (!value) return rest;
  const { asOf, version } = value;
  const held = typeof request.version === 'string' ? request.version : undefined;
  if (held === version) return { ...rest, value: { unchanged: true, asOf } };
  const patch = held && patchSince(session, request.view, params.data, held, value.data);
  return { ...rest, value: patch ? { patch, asOf, version } : value };
}

const failed = (error: Failure): ReadAnswer<never> => ({ error, nextInMs: 1_000, paceMs: 15_000 });
