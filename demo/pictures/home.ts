import { html, type Markup } from '../page/html.ts';

/** The woven front: holes in rings around the middle. */
const weave: readonly Markup[] = [0, 22, 44, 66, 88].flatMap((radius) => {
  const count = radius === 0 ? 1 : Math.round((radius * 2 * Math.PI) / 23);
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI;
    const x = (200 + radius * Math.cos(angle)).toFixed(1);
    const y = (176 + radius * Math.sin(angle)).toFixed(1);
    return html`<circle class="hole" cx="${x}" cy="${y}" r="5.5"/>`;
  });
});

export const speaker = html`
<ellipse class="ground" cx="200" cy="350" rx="122" ry="9"/>
<path class="wood" d="M122 326h26l-8 24h-22zM252 326h26l4 24h-22z"/>
<rect class="deep" x="82" y="56" width="236" height="278" rx="44"/>
<rect class="tone" x="82" y="52" width="236" height="276" rx="44"/>
<circle class="deep" cx="200" cy="176" r="102"/>
${weave}
<circle class="wood" cx="200" cy="303" r="13"/>
<path class="wood-deep" d="M198.500 291h3v9h-3z"/>`;

export const vase = html`
<ellipse class="ground" cx="200" cy="352" rx="84" ry="8"/>
<path class="stalk" d="M198 190C190 130 176 96 158 58M202 190c4-50 16-92 42-122M200 190c0-54 0-92-2-146" fill="none" stroke-width="5" stroke-linecap="round"/>
<path class="leaf" d="M158 58c-26 4-38 22-36 46 22-2 38-18 36-46zM244 68c26-2 42 14 46 38-24 4-44-10-46-38zM198 44c-18-14-18-32 0-44 18 12 18 30 0 44zM176 112c-22-4-38 4-46 22 20 8 40 0 46-22zM218 118c20-10 38-6 50 10-16 14-38 10-50-10z"/>
<path class="tone" d="M176 180h48v40c0 18 52 40 52 90 0 28-16 42-40 42h-72c-24 0-40-14-40-42 0-50 52-72 52-90z"/>
<path class="deep" d="M132 290c-5 9-8 14-8 22 0 26 16 40 40 40h72c24 0 40-14 40-40 0-8-3-13-8-22-8 26-40 36-68 36s-60-10-68-36z"/>
<rect class="deep" x="170" y="174" width="60" height="12" rx="6"/>`;

export const kettle = html`
<ellipse class="ground" cx="200" cy="346" rx="122" ry="8"/>
<path class="wood" d="M112 166c0-110 176-110 176 0h-20c0-80-136-80-136 0z"/>
<path class="deep" d="M288 226l62-46 14 16-62 88z"/>
<path class="tone" d="M128 164h144c22 0 34 14 38 36l14 106c3 24-10 38-32 38H108c-22 0-35-14-32-38l14-106c4-22 16-36 38-36z"/>
<path class="deep" d="M78 288h244l2 18c3 24-10 38-32 38H108c-22 0-35-14-32-38z"/>
<rect class="deep" x="136" y="154" width="128" height="14" rx="7"/>
<circle class="wood" cx="200" cy="142" r="14"/>
<path class="shine" d="M116 206l-9 60" fill="none" stroke-width="8" stroke-linecap="round"/>`;

export const stool = html`
<ellipse class="ground" cx="200" cy="352" rx="116" ry="8"/>
<path class="wood-deep" d="M190 150h22l6 188h-34z"/>
<path class="wood" d="M118 150h30l-34 202H88zM282 150h-30l34 202h26z"/>
<path class="wood-deep" d="M108 258h184l3 16H105z"/>
<path class="deep" d="M76 116h248v18c0 16-12 26-30 26H106c-18 0-30-10-30-26z"/>
<rect class="tone" x="72" y="100" width="256" height="38" rx="19"/>
<circle class="deep" cx="134" cy="119" r="6"/>
<circle class="deep" cx="266" cy="119" r="6"/>
<circle class="deep" cx="200" cy="119" r="6"/>`;
