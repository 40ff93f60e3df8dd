import { isEnumType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from './schema.ts';

/** The names that clients are written against: what is missing here breaks them. */
const publicFields = {
  Query: `sites pages sessions session events heatmap rageClickAreas deadClickElements hoverInsights mouseStatistics
    mousePattern funnel paths forms timeline`,
  Mutation: 'ingest analyzeSession deleteVisitor',
  Subscription:
    'sessionChanged sessionActivity heatmapChanged rageClickAreasChanged analysisProgress',
  Session: `id userId sessionId pageUrl totalDistancePx avgSpeedPxPerSec totalClicks rageClicks deadClicks hesitationCount
    movementPattern sessionDurationSeconds createdAt pathEfficiency rageBursts pages trail`,
  Trail: 'startedAt view tMs x y',
  ClickEvent: `elementType elementId elementClass clickX clickY viewportWidth viewportHeight clickCount timeSinceLastClickMs
    isRageClick isDeadClick`,
  HoverEvent: 'hoverDurationMs hoverCount didClick hoverPattern',
  MouseStatistics: `totalSessions avgDistancePerSession avgSpeedPxPerSec totalClicks rageClickRate deadClickRate
    mostClickedElements movementPatterns`,
  HeatmapPoint: 'x y intensity clickCount count uniqueUsers',
  MousePattern: 'patternType confidence indicators',
  PatternIndicators:
    'clickPrecision movementEfficiency rageClickFrequency hesitationFrequency pathEfficiency',
};

const publicValues = {
  EventType:
    'MOUSE_MOVE CLICK RAGE_CLICK DEAD_CLICK HOVER SCROLL NAVIGATION VISIBILITY KEYBOARD FORM ERROR CUSTOM',
  MovementPattern: 'LINEAR CIRCULAR ERRATIC PRECISE',
  PatternType: 'POWER_USER EXPLORER HESITANT FRUSTRATED NORMAL UNKNOWN',
  HoverPattern: 'QUICK LINGERING REPEATED NORMAL',
  HeatmapLayer: 'MOVES CLICKS RAGE DEAD SCROLL ATTENTION TRAILS',
  Severity: 'CRITICAL HIGH MEDIUM LOW',
  DeadClickIssue: 'NON_INTERACTIVE_ELEMENT BROKEN_INTERACTION UNCLEAR_UI',
  Engagement: 'VERY_HIGH HIGH MEDIUM LOW VERY_LOW',
};

const split = (names: string) => names.split(/\s+/);

test.each(Object.entries(publicFields))('%s keeps the names of its fields', (name, wanted) => {
  const type = schema.getType(name);
  const there = isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
  expect(there).toEqual(expect.arrayContaining(split(wanted)));
});

test.each(Object.entries(publicValues))('%s keeps the names of its values', (name, wanted) => {
  const type = schema.getType(name);
  const there = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  expect(there).toEqual(expect.arrayContaining(split(wanted)));
});
