/**
 * The municipality's rules are data: the newest version whose start has come applies, and its ages with it.
 *
 * Source: design, section 6 (Uddevalla and Vellinge differ); design, section 3.
 */
import type { PackVersion, RulePack } from '../case-facts.js';
import type { Instant } from '../period.js';

/** `null` before the first version: nothing opens then. */
export function packInForce(packs: readonly PackVersion[], at: Instant): RulePack | null {
  let newest: PackVersion | null = null;
  for (const version of packs) {
    if (version.validFrom > at) continue;
    if (
      newest === null ||
      version.validFrom > newest.validFrom ||
      (version.validFrom === newest.validFrom && version.pack.version > newest.pack.version)
    ) {
      newest = version;
    }
  }
  return newest?.pack ?? null;
}
