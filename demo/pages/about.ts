import { html, type Markup } from '../page/html.ts';
import type { Page } from '../page/layout.ts';

const chapters = [
  {
    id: 'place',
    title: 'The place',
    text: [
      'Norrby is eleven houses, a church and a sawmill at the end of a lake. The sawmill stopped sawing in 1987. In 2009 three of us bought it for the price of a used car, because it had high windows and a floor that could carry a lathe.',
      'The first winter we learned how cold a building can be. The second winter we had a stove, a metal spinner from two villages away who was bored with retirement, and a lamp that we liked well enough to make again.',
    ],
  },
  {
    id: 'people',
    title: 'The people',
    text: [
      'We are nine now. Four of us spin, turn and weld. Two oil and assemble, one packs, one answers letters, and one does the books and says no.',
      'Whoever assembles a lamp signs the inside of its base. If yours ever comes back for a repair, it goes to the same bench.',
    ],
  },
  {
    id: 'materials',
    title: 'The materials',
    text: [
      'Ash grows around the lake. It is felled in winter, dried for two years and oiled three times. Steel comes from a mill that melts what others threw away.',
      'Colour is enamel, fired at 820 degrees. It does not fade and it does not scratch off, but it will chip if you try hard. We think an honest chip is better than a perfect coat of plastic.',
    ],
  },
  {
    id: 'delivery',
    title: 'Delivery',
    text: [
      'What is ordered before noon leaves the same day. It takes two days within Sweden and up to four elsewhere in Europe. The box is cardboard, the padding is paper, and the tape is paper too.',
      'Express orders leave with the milk van at half past four in the morning. It has not been late since 2014.',
    ],
  },
  {
    id: 'returns',
    title: 'Returns',
    text: [
      'Sixty days, used or not, for any reason or none. Write to us, and a label comes back by return. The money is with you the day the parcel is with us.',
      'Most of what is returned was a gift in the wrong colour. We swap colours for free at any time, for as long as we make them.',
    ],
  },
  {
    id: 'repairs',
    title: 'Repairs',
    text: [
      'Every part has a number and can be ordered on its own: shade, dial, cable, base, screws. Every drawing is public. One screwdriver is enough for everything we make.',
      'If you would rather not, send it to us. A repair costs what the part costs. We have mended lamps that were dropped, chewed, painted over and once, in Umeå, driven over by a tractor.',
    ],
  },
  {
    id: 'demo',
    title: 'What this really is',
    text: [
      'None of this exists. Norrby is the demo shop of Trailgraph, which records how pages are used: where pointers go, what is pressed and what answers, how far people scroll. It never records what is typed or what a page says.',
      'You have just scrolled through a long page. On the dashboard you can see how far, how fast, and where you turned around.',
    ],
  },
] as const;

export const about: Page = {
  title: 'About – Norrby',
  description: 'Who makes these things, and how.',
  body: html`<article class="about">
  <h1>Made slowly, at the end of a lake.</h1>
  <nav class="contents" aria-label="On this page"><ul>${chapters.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
  ${chapters.map(renderChapter)}
</article>`,
};

function renderChapter({ id, title, text }: (typeof chapters)[number]): Markup {
  return html`<section id="${id}"><h2>${title}</h2>${text.map((paragraph) => html`<p>${paragraph}</p>`)}</section>`;
}
