const element = 'element { label path elementType elementId }';
/** All of a session that is a number, or decided by some. */
export const sessionFields = `sessionId visitorId userId startedAt endedAt sessionDurationSeconds activeMs pageUrl lastPageUrl device
  totalClicks rageClicks deadClicks slowClicks rageBurstCount productiveBurstCount totalDistancePx avgSpeedPxPerSec pathEfficiency
  hesitationCount movementPattern mouseMovements scrollEvents scrollReversals excessiveScrolls deepestScrollPercent pageCount
  quickBacks keyPresses typingSpeedPerMinute errorCount thrashes lostMoves lostEvents
  segments { linear circular erratic precise mixed none }`;
export const eventFields = `type sessionId viewId tMs at pageUrl
  ... on ClickEvent { clickX clickY clickCount timeSinceLastClickMs isRageClick isDeadClick isSlow isProductive reason reactionMs ${element} }
  ... on HoverEvent { hoverDurationMs hoverCount didClick hoverPattern ${element} }
  ... on ScrollEvent { depthPercent y directionChange }
  ... on KeyboardEvent { presses durationMs }
  ... on ErrorEvent { message line afterClickId }
  ... on NavigationEvent { kind isQuickBack referrer }
  ... on CustomEvent { name }
  ... on VisibilityEvent { state }
  ... on FormEvent { form isSubmitted refusals lastField fields { name visits timeMs hesitationMs changes corrections refills isBlank } }
  ... on MouseMoveEvent { x y }`;
const layers = ['MOVES', 'CLICKS', 'RAGE', 'DEAD', 'SCROLL', 'ATTENTION'];
const metrics = [
  ...['SESSIONS', 'VISITORS', 'PAGE_VIEWS', 'CLICKS'],
  ...['RAGE_CLICKS', 'DEAD_CLICKS', 'RAGE_CLICK_RATE', 'DEAD_CLICK_RATE', 'AVG_SPEED'],
];
const steps = '[{ page: "/" }, { element: "#b1" }, { event: "pay" }]';

/** Single questions; each has `$site`. */
export const questions: readonly string[] = [
  `pages(site: $site, first: 100) { nodes { route views sessions visitors clicks rageClicks deadClicks avgTimeSeconds
     avgScrollDepthPercent documentWidth documentHeight } }`,
  `people(site: $site, first: 100) { nodes { visitorId userId sessionCount } }`,
  `mouseStatistics(site: $site) { totalSessions avgDistancePerSession avgSpeedPxPerSec totalClicks rageClickRate deadClickRate
     mostClickedElements { page clicks ${element} } movementPatterns { pattern sessions } }`,
  `mousePattern(site: $site) { patternType confidence indicators { clickPrecision movementEfficiency rageClickFrequency
     hesitationFrequency pathEfficiency avgDistancePx deadClickRate sessions } }`,
  `rageClickAreas(site: $site, limit: 100, includeProductive: true) { page ${element} rageClicks rageBursts affectedUsers avgX avgY severity }`,
  `deadClickElements(site: $site, limit: 100) { page elementType elementId deadClicks affectedUsers issue }`,
  ...['ORDERED', 'STRICT', 'ANY'].map(
    (
      how,
    ) => `funnel(site: $site, order: ${how}, breakdown: REFERRER, steps: ${steps}) { visitors converted conversionPercent medianMs
     stages { visitors dropped conversionPercent medianMs next { page visitors } dropOffs(first: 50) { totalCount nodes { tMs nextPage } } }
     groups { value visitors medianMs } }`,
  ),
  ...['FROM', 'TO'].map(
    (
      way,
    ) => `paths(site: $site, direction: ${way}, depth: 6) { ways nodes { step page views ends loops }
     edges { source target views sessionCount } sequences(limit: 50) { pages count hasLoop isWhole } }`,
  ),
  `forms(site: $site) { name page views starts submits refusals abandonments dropOffField { name }
     fields { name reached visits avgTimeSeconds avgHesitationMs changes corrections refills leftBlank leftHere } }`,
  `navigation(site: $site) { transitionCount pages { page views entries exits reloads } transitions { from to count } }`,
  ...metrics.map(
    (metric) => `timeline(site: $site, metric: ${metric}) { total points { at count value } }`,
  ),
];

/** Asked of each page. */
export const pageQuestions: readonly string[] = [
  `hoverInsights(site: $site, page: $page, minDuration: 0) { ${element} count avgDurationMs clickConversionPercent uniqueUsers engagement }`,
  ...layers.map(
    (
      layer,
    ) => `heatmap(site: $site, page: $page, layer: ${layer}, all: true) { total visitors maxCount cellCount
      points { x y count clickCount uniqueUsers intensity } bands { fromPercent seconds share visitors } }`,
  ),
];
