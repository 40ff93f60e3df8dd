type Fields = Readonly<Record<string, unknown>>;

const order = ['name:text', 'email:email', 'street:text', 'card-number:text', 'note:textarea'];

/** Answers for `Query.forms`: a checkout form that people leave at the card number, and a search field. */
export function makeForms(sessions: readonly Fields[]): (args: Fields) => Fields[] {
  const behind = { nodes: sessions.slice(0, 5), totalCount: sessions.length };
  const fields = order.map((field, i) => {
    const [name = '', type = ''] = field.split(':');
    return {
      ...{ name, type, reached: 200 - i * 35, visits: 240 - i * 35, changes: 180 - i * 30 },
      ...{ avgTimeSeconds: 4.2 + i, avgHesitationMs: 700 + i * 450, corrections: i * 9 },
      ...{ refills: i * 7, leftBlank: i === 4 ? 61 : 0, leftHere: i === 3 ? 48 : i * 2 },
      sessions: behind,
    };
  });
  const checkout = {
    ...{ page: '/checkout', name: 'checkout', views: 412, starts: 200, submits: 132 },
    ...{ abandonments: 68, abandonmentRate: 34, refusals: 21, dropOffField: fields[3], fields },
    sessions: behind,
  };
  const query = { ...fields[0], name: 'q', type: 'search', leftHere: 0, leftBlank: 0 };
  const search = {
    ...{ page: '/', name: null, views: 1_020, starts: 90, submits: 0, abandonments: 90 },
    ...{ abandonmentRate: null, refusals: 0, dropOffField: null, fields: [query] },
    sessions: behind,
  };
  return ({ page, name }) =>
    [checkout, search].filter(
      (form) =>
        (!page || form.page === page) &&
        (name === undefined || name === null || (form.name ?? '') === name),
    );
}
