/** Why a tarball is refused. `extract` is that it is none. */
export class BadPackage extends Error {
  constructor(
    reason: string,
    readonly stage: 'extract' | 'content' = 'content',
  ) {
    super(reason);
  }
}
