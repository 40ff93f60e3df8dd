/** A site of made data. */
export function makeSite(siteId: string, name: string) {
  return {
    __typename: 'Site',
    id: `site-${siteId}`,
    siteId,
    name,
    timeZone: 'Europe/Berlin',
    rageRule: 'DEFAULT',
    origins: ['https://shop.example'],
    keptParameters: ['q'],
    routes: [],
    excludedAddresses: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    lastEventAt: '2026-03-12T12:00:00.000Z' as string | null,
    deadClickMs: 5_000,
    retentionDays: 760,
    visitorBatchesPerMinute: 120,
    siteBatchesPerMinute: 6_000,
  };
}
