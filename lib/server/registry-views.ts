/** Views of the cloud's own registry of containers. */
import 'server-only';
import { z } from 'zod';
import { listImages, listTags } from '@/lib/stx/sysinv/registry';
import { none, view } from './view';

/** Names of images as registries take them; those of a platform may have a port in front. */
export const imageName = z.string().regex(/^[\w./:@-]{1,255}$/);

export const registryViews = {
  /** Every image by name: one request. */
  registryImages: view({
    params: none,
    load: (connection) => listImages(connection),
    pace: () => 'minute',
  }),
  /** Tags of one image: a request that the platform passes on to its registry, when somebody opens it. */
  registryTags: view({
    params: z.strictObject({ image: imageName }),
    load: (connection, { image }) => listTags(connection, image),
    pace: () => 'minute',
  }),
};
