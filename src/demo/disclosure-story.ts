import type { DisclosureGround } from '../core/disclosure.js';
import type { Instant } from '../core/period.js';

/** A disclosure without consent of the newest note of whoever decides it. */
export interface DisclosureStory<Who> {
  readonly at: Instant;
  readonly until: Instant;
  readonly by: Who;
  readonly to: Who;
  readonly ground: DisclosureGround;
  readonly about: string;
  readonly reasons: string;
}
