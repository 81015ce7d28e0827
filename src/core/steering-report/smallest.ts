/** Fewer than so many young persons are never told, and neither is that there are none. */
export const SMALLEST_SHOWN = 10;

/** So many beside one whom the reader knows: the others of a hidden number are then hidden from that reader too. */
export const BESIDE_ONE = SMALLEST_SHOWN + 1;
