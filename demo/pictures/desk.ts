import { html, type Markup } from '../page/html.ts';

/** The twelve marks, the quarters longer. */
const marks: readonly Markup[] = Array.from({ length: 12 }, (_, hour) => {
  const length = hour % 3 === 0 ? 20 : 11;
  return html`<rect class="mark" x="197.5" y="94" width="5" height="${length}" rx="2.5" transform="rotate(${hour * 30} 200 190)"/>`;
});

export const clock = html`
<ellipse class="ground" cx="200" cy="344" rx="104" ry="8"/>
<path class="wood" d="M136 296l-16 46h22l18-36zM264 296l16 46h-22l-18-36z"/>
<circle class="deep" cx="200" cy="190" r="130"/>
<circle class="tone" cx="200" cy="186" r="130"/>
<circle class="face" cx="200" cy="190" r="108"/>
${marks}
<path class="hand" d="M200 190L152 150" stroke-width="9" stroke-linecap="round"/>
<path class="hand" d="M200 190L262 128" stroke-width="6" stroke-linecap="round"/>
<circle class="tone" cx="200" cy="190" r="9"/>`;

export const notebook = html`
<ellipse class="ground" cx="204" cy="346" rx="112" ry="8"/>
<rect class="paper-edge" x="112" y="66" width="188" height="278" rx="8"/>
<rect class="deep" x="104" y="60" width="188" height="280" rx="10"/>
<path class="tone" d="M128 60h154a10 10 0 0 1 10 10v260a10 10 0 0 1-10 10H128z"/>
<rect class="face" x="160" y="112" width="100" height="46" rx="4"/>
<rect class="mark" x="174" y="126" width="72" height="5" rx="2.5"/>
<rect class="mark" x="174" y="139" width="44" height="5" rx="2.5"/>
<path class="wood" d="M256 340v38l-9-9-9 9v-38z"/>`;
