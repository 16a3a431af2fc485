/** Server actions as somebody calls them who writes requests by hand. */
import type { APIRequestContext, APIResponse, Page, Request } from '@playwright/test';

export type ActionCall = { url: string; headers: Record<string, string>; body: string };

/** The next server action that this page sends whose arguments contain a text. */
export async function nextAction(page: Page, containing: string): Promise<ActionCall> {
  const request: Request = await page.waitForRequest(
    (candidate) =>
      candidate.method() === 'POST' &&
      candidate.headers()['next-action'] !== undefined &&
      (candidate.postData() ?? '').includes(containing),
  );
  const { 'next-action': id = '', 'content-type': type = '', accept = '' } = request.headers();
  return {
    url: request.url(),
    headers: { 'next-action': id, 'content-type': type, accept },
    body: request.postData() ?? '',
  };
}

/** The same call by somebody else, from the console's own origin unless another is given. */
export function repeatAction(
  as: APIRequestContext,
  call: ActionCall,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  const origin = new URL(call.url).origin;
  return as.post(call.url, { headers: { origin, ...call.headers, ...headers }, data: call.body });
}

/** Each press of a button has an id of its own; a second use of one is answered from memory. */
export const asNewPress = (call: ActionCall): ActionCall => ({
  ...call,
  body: call.body.replace(/"submission":"[^"]+"/, `"submission":"${crypto.randomUUID()}"`),
});
