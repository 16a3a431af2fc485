/** What the cloud's own registry of container images holds. */

const SEED: readonly [name: string, tags: readonly string[]][] = [
  ['docker.io/starlingx/notificationclient-base', ['stx.12.0-v2.3.1']],
  ['quay.io/calico/node', ['v3.29.1']],
  ['registry.k8s.io/kube-apiserver', ['v1.31.5', 'v1.32.2']],
  ['registry.k8s.io/pause', ['3.10']],
];

export class RegistryImages {
  private readonly images = new Map(SEED.map(([name, tags]) => [name, [...tags]]));
  /** What was deleted takes its room until the registry is cleaned up. */
  garbage = 0;

  /** A name stays when its last tag is gone. */
  names(tagged: boolean): string[] {
    return [...this.images].filter(([, tags]) => !tagged || tags.length > 0).map(([name]) => name);
  }

  tags(name: string): readonly string[] {
    return this.images.get(name) ?? [];
  }

  /** False when there is no such tag. */
  remove(name: string, tag: string): boolean {
    const tags = this.images.get(name) ?? [];
    const at = tags.indexOf(tag);
    if (at < 0) return false;
    tags.splice(at, 1);
    this.garbage += 1;
    return true;
  }
}
