/** Images in the cloud's own registry of containers: sysinv `/v1/registry_image` (api/controllers/v1/registry_image.py). */
import type { Unknown, UnreadableRow } from '../host';

export type RegistryImage = {
  /** `quay.io/calico/node`: unique in the list. */
  name: string;
  /** The registry that it was fetched from, as far as its name says: `quay.io`. */
  from: Unknown<string>;
};

export type RegistryImages = { images: readonly RegistryImage[]; unreadable: readonly UnreadableRow[] };
export type ImageTags = { tags: readonly string[]; unreadable: readonly UnreadableRow[] };

/** The platform asks its registry for so many names and no more (conductor/docker_registry.py MAX_IMAGES_COUNT). */
export const MOST_IMAGES = 1_000;

/** An image keeps the name that it has elsewhere: the first part is a registry when it looks like a host, with a dot or a port. */
export function imageOf(name: string): RegistryImage {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  return { name, from: /[.:]/.test(first) || first === 'localhost' ? first : null };
}

/** `quay.io/calico/node:v3.29.1`. */
export const tagName = (image: string, tag: string): string => `${image}:${tag}`;
