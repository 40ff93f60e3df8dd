/** No strong reaction within this time, and nothing answered the press, ms. */
export const deadMs = 5_000;
/** What happens so soon after an action elsewhere answers that action, not the presses before it, ms. */
export const ownMs = 1_000;
/** What changed by itself so shortly before a press does not answer it (clocks, tickers), ms. */
export const tickerMs = 2_000;
/** A request that a press started counts if it ends within this time of the press, ms. */
export const endedMs = 15_000;
