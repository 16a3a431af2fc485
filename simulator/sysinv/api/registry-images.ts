/** Images of the cloud's own registry (sysinv api/controllers/v1/registry_image.py). */
import type { Call, Reply } from '../../kernel/http';
import type { Caller, World } from '../../kernel/world';
import { changeAtRuntime } from '../actions/config';
import { refuse } from '../faults';
import { isActiveController } from '../host';
import type { RouteOn } from './collections';
import { knownArguments } from './listing';
import { ok } from './wire';

export function registryImageRoutes(on: RouteOn): void {
  on('GET', '/v1/registry_image', list);
  on('DELETE', '/v1/registry_image', remove);
  on('POST', '/v1/registry_image', (call, { world }) => {
    knownArguments(call, ['garbage_collect'], false);
    // Any value will do; without the argument nothing happens.
    if (call.query.has('garbage_collect')) collectGarbage(world);
    return { status: 200 };
  });
}

/** The active controller is configured anew, and by then it has done it (conductor/manager.py docker_registry_garbage_collect). */
function collectGarbage(world: World): void {
  changeAtRuntime(world, world.sysinv.hosts.filter(isActiveController), 'registry', () => {
    world.sysinv.registry.garbage = 0;
  });
}

/** Names, or the tags of one name. */
function list(call: Call, { world }: Caller): Reply {
  knownArguments(call, ['filter_out_untagged', 'image_name'], false);
  const { registry } = world.sysinv;
  const name = call.query.get('image_name');
  const tagged = !['', '0'].includes(call.query.get('filter_out_untagged') ?? '0');
  const rows =
    name === null
      ? registry.names(tagged).map((image) => ({ name: image, tag: null }))
      : registry.tags(name).map((tag) => ({ name, tag }));
  return ok({ registry_images: rows });
}

function remove(call: Call, { world }: Caller): Reply {
  knownArguments(call, ['image_name_and_tag'], false);
  const given = call.query.get('image_name_and_tag') ?? refuse(400, 'Missing argument: "image_name_and_tag"');
  const [name = '', tag = '', ...more] = given.split(':');
  // Own words, here and below.
  if (!given.includes(':') || more.length > 0)
    refuse(400, `An image is named NAME:TAG, and ${given} is not.`);
  if (!world.sysinv.registry.remove(name, tag)) refuse(400, `The registry has no image ${given}.`);
  return { status: 204 };
}
