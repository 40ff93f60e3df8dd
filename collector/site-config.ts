/** A site's settings that the edge obeys. */
export interface SiteConfig {
  readonly site: string;
  /** `https://shop.example`, `https://*.shop.example`; none means any. */
  readonly origins: readonly string[];
  /** Query parameters that page addresses keep. */
  readonly keptParameters: readonly string[];
  readonly visitorBatchesPerMinute: number;
  readonly siteBatchesPerMinute: number;
  /** IP addresses and CIDR blocks of the site's own people. */
  readonly excludedAddresses: readonly string[];
}
