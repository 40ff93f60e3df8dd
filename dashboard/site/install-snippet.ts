/** The tag that records a site, as its owner pastes it before `</head>`. */
export function installSnippet(collectorUrl: string, site: string): string {
  const escaped = site.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<script defer src="${collectorUrl}/t.js" data-site="${escaped}"></script>`;
}
