import { limits } from '../schema/limits.ts';
import { contentBudget, countBytes } from './wire-size.ts';

/** The part of a view that is told once, and never dropped: its page block and its elements. */
export interface ViewShell {
  /** At most so many bytes are still to be sent. */
  readonly bytes: () => number;
  /** @returns the element's index in the view, -1 where the view has too many */
  readonly add: (element: readonly string[]) => number;
  /** What of it goes into the next batch. */
  readonly take: () => ShellPart;
  /** Sends all of it once more, from the next batch on. */
  readonly repeat: () => void;
}

export interface ShellPart {
  readonly page: readonly (number | string)[] | undefined;
  readonly firstElement: number;
  readonly elements: readonly (readonly string[])[];
  readonly bytes: number;
}

export function makeViewShell(pageBlock: readonly (number | string)[]): ViewShell {
  const elements: (readonly string[])[] = [];
  let page: ShellPart['page'] = pageBlock;
  let firstElement = 0;

  const take = (): ShellPart => {
    let bytes = page ? countBytes(page) : 0;
    let end = firstElement;
    for (const element of elements.slice(end, end + limits.elementsPerBatch)) {
      bytes += countBytes(element);
      if (bytes > contentBudget) break;
      end++;
    }
    const part = { page, firstElement, elements: elements.slice(firstElement, end), bytes };
    page = undefined;
    firstElement = end;
    return part;
  };

  return {
    take,
    bytes: () =>
      elements
        .slice(firstElement)
        .reduce((sum, element) => sum + countBytes(element), page ? countBytes(page) : 0),
    add: (element) => (elements.length < limits.elementsPerView ? elements.push(element) - 1 : -1),
    repeat: () => {
      page = pageBlock;
      firstElement = 0;
    },
  };
}
