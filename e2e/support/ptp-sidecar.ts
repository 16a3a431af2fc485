/**
 * O-Cloud notification APIs of several nodes, on one port of this machine: `http://127.0.0.1:PORT/{host}`. Restates the
 * sidecar of ptp-notification: the node's name in the path, 404 for another, a call back before a subscription is made.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export type SidecarNode = {
  /** Body of a state by its resource; `/sync` is everything. */
  states: Record<string, unknown>;
  subscriptions: { SubscriptionId: string; EndpointUri: string; [key: string]: unknown }[];
  /** Takes requests and never answers. */
  silent?: boolean;
};
type Asked = { method: string; path: string; headers: IncomingHttpHeaders };

export class PtpSidecar {
  readonly nodes = new Map<string, SidecarNode>();
  readonly asked: Asked[] = [];
  /** The most requests that were under way together. */
  mostAtOnce = 0;
  private underWay = 0;
  private serial = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<this> {
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** For ROOST_PTP_NOTIFICATION_URL. */
  get template(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/{host}`;
  }

  add(host: string, states: Record<string, unknown>): SidecarNode {
    const node: SidecarNode = { states, subscriptions: [] };
    this.nodes.set(host, node);
    return node;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request;
    this.asked.push({ method, path, headers });
    this.underWay += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay);
    response.once('close', () => {
      this.underWay -= 1;
    });
    const [, host = '', rest = ''] = /^\/([^/]+)\/ocloudNotifications(\/.*)$/.exec(path) ?? [];
    const node = this.nodes.get(host);
    if (node?.silent) return;
    const { status, body } = node
      ? await this.answer(node, host, method, rest, request)
      : { status: 404, body: NOT_FOUND };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? '' : JSON.stringify(body));
  }

  private async answer(
    node: SidecarNode,
    host: string,
    method: string,
    path: string,
    request: IncomingMessage,
  ): Promise<{ status: number; body?: unknown }> {
    const [, version, id] = /^\/(v[12])\/subscriptions(?:\/([^/]+))?$/.exec(path) ?? [];
    if (version && method === 'GET') return { status: 200, body: node.subscriptions };
    if (version && method === 'POST') return this.subscribe(node, JSON.parse(await bodyOf(request)));
    if (version && method === 'DELETE') {
      const left = node.subscriptions.filter(({ SubscriptionId }) => SubscriptionId !== id);
      if (left.length === node.subscriptions.length) return { status: 404, body: NOT_FOUND };
      node.subscriptions = left;
      return { status: 204 };
    }
    // The dot is no part of a path to be resolved: it stands for the cluster.
    const v2 = new RegExp(`^/v2/\\./(?:\\.|${host})(/sync.*)/CurrentState$`).exec(path)?.[1];
    const state = path === '/v1/PTP/CurrentState' ? node.states.v1 : node.states[v2 ?? ''];
    return state === undefined ? { status: 404, body: NOT_FOUND } : { status: 200, body: state };
  }

  private async subscribe(
    node: SidecarNode,
    wanted: { EndpointUri: string },
  ): Promise<{ status: number; body?: unknown }> {
    const first = Object.values(node.states).flat()[0];
    const there = await fetch(wanted.EndpointUri);
    const told = await tell(wanted.EndpointUri, first);
    if (there.status !== 204 || told !== 204)
      return { status: 400, body: { status: 400, message: 'Endpoint' } };
    this.serial += 1;
    const made = { ...wanted, SubscriptionId: `subscription-${this.serial}`, UriLocation: 'x' };
    node.subscriptions.push(made);
    return { status: 201, body: made };
  }
}

const NOT_FOUND = { status: 404, message: 'The resource could not be found.' };

/** Sends a state to a callback as the sidecar does. Resolves with the status. */
export async function tell(callback: string, state: unknown): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(callback, { method: 'POST', headers, body: JSON.stringify(state) })).status;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** A state of v2 as the sidecar words it. */
export function ptpState(resource: string, value: string, place: string): unknown {
  return {
    ...{ id: '64b1c206-6e34-4825-aa1a-141020000000', specversion: '1.0', source: resource },
    ...{ type: 'event.sync.sync-status.synchronization-state-change', time: '2026-11-22T13:22:33868726Z' },
    data: {
      version: '1.0',
      values: [
        {
          ...{ data_type: 'notification', value_type: 'enumeration', value },
          ResourceAddress: `/./${place}${resource}`,
        },
      ],
    },
  };
}
