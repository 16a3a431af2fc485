/**
 * How Kubernetes wants labels written (apimachinery validation: IsQualifiedName, IsValidLabelValue). sysinv hands them over as they
 * are, and the node is not labelled when Kubernetes refuses.
 */
const NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const DOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const MOST = 63;
const MOST_DOMAIN = 253;

/** @returns what is wrong with it, or null */
export function keyError(key: string): string | null {
  if (key === '') return 'A key is needed';
  const parts = key.split('/');
  const [name = '', domain] = parts.toReversed();
  if (parts.length > 2) return 'One / at most, between a domain and a name';
  if (domain !== undefined) {
    if (domain.length > MOST_DOMAIN) return `A domain of at most ${MOST_DOMAIN} characters`;
    if (!DOMAIN.test(domain)) return 'Before the / stands a domain: small letters, digits, - and .';
  }
  if (name.length > MOST) return `At most ${MOST} characters`;
  if (!NAME.test(name)) return 'Letters, digits, -, _ and ., with a letter or digit first and last';
  return null;
}

/** An empty value is one. @returns what is wrong with it, or null */
export function valueError(value: string): string | null {
  if (value.length > MOST) return `At most ${MOST} characters`;
  if (value !== '' && !NAME.test(value))
    return 'Letters, digits, -, _ and ., with a letter or digit first and last';
  return null;
}
