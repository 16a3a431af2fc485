/** What the platform takes. Source: sysinv api/controllers/v1/registry_image.py. */
import { allowed, denied, type Verdict } from '../result';
import { tagName } from './image';

/** The platform parts name and tag at the one colon that it allows. */
export function deleteTagVerdict(image: string, tag: string): Verdict {
  return tagName(image, tag).split(':').length === 2
    ? allowed
    : denied(
        'The platform takes names with one colon, between image and tag. This one has more.',
        'sysinv registry_image.py delete',
      );
}
