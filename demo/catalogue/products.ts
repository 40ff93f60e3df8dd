export type Category = 'lighting' | 'desk' | 'home';

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly tagline: string;
  readonly description: string;
  readonly category: Category;
  /** Whole euros. */
  readonly price: number;
  readonly tones: readonly Tone[];
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** A colour that a product comes in; `styles/tones.css` says how it looks. */
export type Tone = 'chalk' | 'moss' | 'clay' | 'ink' | 'sun';

export const toneNames: Readonly<Record<Tone, string>> = {
  chalk: 'Chalk',
  moss: 'Moss',
  clay: 'Clay',
  ink: 'Ink',
  sun: 'Sun',
};

export const categoryNames: Readonly<Record<Category, string>> = {
  lighting: 'Lighting',
  desk: 'Desk',
  home: 'Home',
};

const lamp: Product = {
  id: 'lamp',
  name: 'Norrby Lamp',
  tagline: 'Light where you sit.',
  description:
    'A spun steel shade on a base of oiled ash. One quiet dial takes it from reading light to candle glow, and it remembers where you left it. Made to be taken apart with one screwdriver and mended for as long as you like.',
  category: 'lighting',
  price: 149,
  tones: ['moss', 'clay', 'chalk', 'ink'],
  facts: [
    ['Height', '38 cm'],
    ['Shade', 'Spun steel, 24 cm'],
    ['Base', 'Ash, oiled by hand'],
    ['Light', '2,700 K, 8 W, dims to 1 %'],
    ['Cable', '2 m, woven'],
    ['Weight', '1.4 kg'],
  ],
};

/** Everything on sale; the first is the one on the front page. */
export const products: readonly [Product, ...Product[]] = [
  lamp,
  {
    id: 'clock',
    name: 'Hour',
    tagline: 'A clock without a second hand.',
    description:
      'Two hands, twelve marks, no ticking. Hour sweeps without a sound and sets itself to summer and winter.',
    category: 'desk',
    price: 89,
    tones: ['clay', 'chalk', 'ink'],
    facts: [
      ['Diameter', '18 cm'],
      ['Movement', 'Silent sweep'],
      ['Power', 'One AA cell, two years'],
    ],
  },
  {
    id: 'speaker',
    name: 'Hum',
    tagline: 'One speaker for one room.',
    description:
      'A woven front, a single knob, and a sound that stays in the room where it belongs.',
    category: 'home',
    price: 219,
    tones: ['ink', 'moss', 'chalk'],
    facts: [
      ['Width', '22 cm'],
      ['Drivers', 'One 13 cm, one 2.5 cm'],
      ['Inputs', 'Bluetooth, line in'],
    ],
  },
  {
    id: 'vase',
    name: 'Stem',
    tagline: 'For three flowers, or one branch.',
    description:
      'Stoneware, thrown in Norrby and glazed inside only, so that the outside stays warm to the touch.',
    category: 'home',
    price: 48,
    tones: ['chalk', 'clay', 'moss'],
    facts: [
      ['Height', '26 cm'],
      ['Material', 'Stoneware'],
      ['Care', 'Dishwasher'],
    ],
  },
  {
    id: 'kettle',
    name: 'Boil',
    tagline: 'Water, and nothing else.',
    description:
      'Enamelled steel with an ash handle that stays cool. Sings softly when it is ready, then stops.',
    category: 'home',
    price: 96,
    tones: ['sun', 'chalk', 'ink'],
    facts: [
      ['Holds', '1.2 litres'],
      ['Hobs', 'All, induction too'],
      ['Handle', 'Ash'],
    ],
  },
  {
    id: 'notebook',
    name: 'Leaf',
    tagline: 'Opens flat, stays open.',
    description:
      '192 unlined pages that lie flat from the first to the last, in a linen cover that gets better with years.',
    category: 'desk',
    price: 18,
    tones: ['moss', 'sun', 'ink'],
    facts: [
      ['Pages', '192, unlined'],
      ['Size', '14 × 21 cm'],
      ['Paper', '100 g, recycled'],
    ],
  },
  {
    id: 'stool',
    name: 'Perch',
    tagline: 'Three legs, so it never wobbles.',
    description:
      'A seat, a step, a bedside table. Solid ash, wedged and glued, without a single screw.',
    category: 'home',
    price: 129,
    tones: ['sun', 'clay', 'ink'],
    facts: [
      ['Height', '45 cm'],
      ['Wood', 'Ash'],
      ['Carries', '140 kg'],
    ],
  },
  {
    id: 'pendant',
    name: 'Drop',
    tagline: 'The lamp, hung from the ceiling.',
    description:
      'The same spun shade as the Norrby Lamp on three metres of woven cable, for the table you eat at.',
    category: 'lighting',
    price: 169,
    tones: ['clay', 'moss', 'chalk'],
    facts: [
      ['Shade', 'Spun steel, 32 cm'],
      ['Cable', '3 m, woven'],
      ['Light', '2,700 K, 10 W'],
    ],
  },
];

export const frontProduct: Product = lamp;

export function findProduct(id: string): Product | null {
  return products.find((product) => product.id === id) ?? null;
}
