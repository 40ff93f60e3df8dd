/** A page that each recorder watches. */
export interface WatchedPage {
  readonly name: string;
  /** What happens on it, in a sentence. */
  readonly about: string;
  readonly html: string;
  /** What is typed into its search, if it has one, after a third of the movement. */
  readonly typed: string;
}

const cardCount = 200;

const still = Array.from(
  { length: cardCount },
  (_, i) =>
    `<article class="card" id="card-${i}"><h2>Product ${i}</h2><p>Plain words about it.</p><button>Add to cart</button></article>`,
).join('');

const style = `<style>
  body { margin: 0; font: 16px sans-serif }
  header { display: flex; gap: 16px; padding: 16px; height: 48px }
  #slides { display: flex; width: 1920px; height: 200px; overflow: hidden }
  #track { display: flex; transition: transform 0.3s }
  #track > a { width: 640px; flex: none }
  #results { position: absolute; top: 64px; margin: 0; background: white }
  main { display: grid; grid-template-columns: repeat(6, 1fr); gap: 16px; padding: 16px }
  .card { position: relative; height: 160px; border: 1px solid #ccc }
  .card.open { border-color: #333 }
  .panel { position: absolute; bottom: 0; background: white }
</style>`;

const header = `<header><a href="#shop">Shop</a><input id="search" placeholder="Search"><ul id="results"></ul>
  <p>Sale ends in <span id="countdown">3600</span> s</p></header>
  <section id="slides"><div id="track">${Array.from({ length: 5 }, (_, i) => `<a href="#offer-${i}" aria-hidden="${i > 0}"><h2>Offer ${i}</h2></a>`).join('')}</div></section>`;

const cards = Array.from(
  { length: cardCount },
  (_, i) =>
    `<article class="card" id="card-${i}"><h2>Product ${i}</h2><p>Plain words about it.</p><p><span class="price">${20 + i}.00</span> <span class="stock">12 left</span></p><button>Add to cart</button></article>`,
).join('');

/** What the header of `page-cost.bench.ts` says that the page does. */
const life = `<script>
  const all = [...document.querySelectorAll('.card')];
  let second = 0;
  setInterval(() => {
    second++;
    countdown.textContent = 3600 - second;
    for (let i = 0; i < 3; i++) {
      const card = all[(second * 7 + i * 5) % 48];
      card.querySelector('.price').textContent = (20 + ((second * 13 + i) % 80)).toFixed(2);
    }
    all[second % 48].querySelector('.stock').textContent = (second % 12) + ' left';
  }, 1000);
  const slides = [...track.children];
  let current = 0;
  setInterval(() => {
    slides[current].setAttribute('aria-hidden', 'true');
    current = (current + 1) % slides.length;
    slides[current].setAttribute('aria-hidden', 'false');
    track.style.transform = 'translateX(' + -320 * current + 'px)';
  }, 4000);
  for (const card of all) {
    card.addEventListener('mouseenter', () => {
      card.classList.add('open');
      const panel = document.createElement('div');
      panel.className = 'panel';
      panel.innerHTML = '<p>Sizes S to XL</p><p>In stock, two days</p><button>Look inside</button>';
      card.append(panel);
    });
    card.addEventListener('mouseleave', () => {
      card.classList.remove('open');
      card.querySelector('.panel').remove();
    });
  }
  search.addEventListener('input', () => {
    results.replaceChildren(...Array.from({ length: 6 }, (_, i) => {
      const item = document.createElement('li');
      item.innerHTML = '<a href="#found">' + search.value.length + ' letters, result ' + i + '</a>';
      return item;
    }));
  });
</script>`;

export const watchedPages: readonly WatchedPage[] = [
  {
    name: 'a still page',
    about: `${cardCount} cards one below the other; nothing changes, nothing is typed.`,
    html: still,
    typed: '',
  },
  {
    name: 'a living shop',
    about: `${cardCount} cards in six columns. Each second a countdown, three prices and one stock change; every 4 s a carousel of five goes on (two
  attributes, one style); a card that the pointer enters gets a class and a panel of three lines, and loses both when it leaves; once a
  round the search is pressed and a word typed, and each letter brings six results anew.`,
    html: `${style}${header}<main>${cards}</main>${life}`,
    typed: 'headlamp',
  },
];
