import { answerValidation, receiveEvents } from '@/lib/server/live/receive';

type Context = { params: Promise<{ subscription: string }> };

/** A node that was asked for a subscription looks whether its callback is there: 204, or 404 to a stranger. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerValidation((await params).subscription);
}

/** States of clocks that a node tells by itself, from a subscription of this process. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return receiveEvents((await params).subscription, request);
}
