/**
 * A scroll direction has changed once the way back is this long, and so was the way there; less is trembling, px. The
 * tracker leaves out the same.
 */
export const SCROLL_TURN_PX = 10;
