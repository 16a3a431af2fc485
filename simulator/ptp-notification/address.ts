/** Resource addresses: `/{cluster}/{node}[/{instance}]/sync/…`, where `.` is the cluster, and the node, that answers. */
import { RESOURCES, type Resource } from './resources';

export type Address = {
  /** A host name, `.` or, in subscriptions, `*`. */
  node: string;
  instance: string | undefined;
  /** All of them for `/sync`. */
  resources: readonly Resource[];
};

/** Undefined for what is no address: the part of the cluster is needed, and only `.` is known. */
export function readAddress(text: string): Address | undefined {
  const match = /^\/\.\/([^/]+)(?:\/((?!sync(?:\/|$))[^/]+))?(\/sync(?:\/.*)?)$/.exec(
    text.replace(/\/$/, ''),
  );
  const [, node, instance, path = ''] = match ?? [];
  if (!node) return undefined;
  if (path === '/sync') return { node, instance, resources: RESOURCES };
  const resource = RESOURCES.find((known) => known === path);
  return resource && { node, instance, resources: [resource] };
}
