import { html } from '../page/html.ts';

export const lamp = html`
<ellipse class="ground" cx="200" cy="350" rx="128" ry="9"/>
<path class="light" d="M112 172h176l66 178H46z"/>
<rect class="deep" x="193" y="168" width="14" height="160" rx="3"/>
<circle class="bulb" cx="200" cy="174" r="24"/>
<path class="tone" d="M92 166a108 104 0 0 1 216 0z"/>
<path class="shine" d="M124 148a80 76 0 0 1 50-58" fill="none" stroke-width="7" stroke-linecap="round"/>
<rect class="deep" x="88" y="162" width="224" height="13" rx="6.5"/>
<rect class="tone" x="188" y="54" width="24" height="14" rx="7"/>
<rect class="wood" x="140" y="324" width="120" height="26" rx="9"/>
<path class="wood-deep" d="M140 338h120v3a9 9 0 0 1-9 9H149a9 9 0 0 1-9-9z"/>
<circle class="metal" cx="226" cy="331" r="5"/>`;

export const pendant = html`
<rect class="deep" x="198" y="0" width="4" height="146"/>
<path class="light" d="M96 252h208l58 148H38z"/>
<circle class="bulb" cx="200" cy="254" r="26"/>
<path class="tone" d="M76 246a124 108 0 0 1 248 0z"/>
<path class="shine" d="M112 226a92 80 0 0 1 56-62" fill="none" stroke-width="7" stroke-linecap="round"/>
<rect class="deep" x="72" y="242" width="256" height="13" rx="6.5"/>
<rect class="wood" x="182" y="118" width="36" height="24" rx="7"/>`;
