import type { ElementInfo } from '../../schema/wire/batch.ts';
import { builder } from '../graphql/builder.ts';

export const Element = builder.objectRef<ElementInfo>('Element').implement({
  description: 'An element of a page, as the page describes it: none of its content.',
  fields: (t) => ({
    elementType: t.string({ description: 'Tag name, lower case.', resolve: ({ tag }) => tag }),
    elementId: t.string({
      nullable: true,
      description: 'Its `id`, at most 200 characters.',
      resolve: ({ id }) => id || null,
    }),
    elementClass: t.string({
      nullable: true,
      description: 'Its `class`, at most 200 characters.',
      resolve: (element) => element.class || null,
    }),
    role: t.string({
      nullable: true,
      description: 'The accessible role, given or implied by the tag.',
      resolve: ({ role }) => role || null,
    }),
    path: t.exposeString('path', { description: 'A short CSS path.' }),
    name: t.string({
      nullable: true,
      description: "The site's own name for it (`data-trail-name`).",
      resolve: ({ name }) => name || null,
    }),
    label: t.string({
      description: 'What to show: its name, else tag with id or first class.',
      resolve: labelOf,
    }),
  }),
});

function labelOf({ name, tag, id, class: classes }: ElementInfo): string {
  if (name) return name;
  if (id) return `${tag}#${id}`;
  const [first] = classes.split(' ');
  return first ? `${tag}.${first}` : tag;
}
