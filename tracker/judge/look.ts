/** Class and style, without regard to order and blanks. */
export const lookOf = (node: EventTarget): string => {
  const { classList, style } = node as HTMLElement;
  // biome-ignore lint/suspicious/useArraySortCompare: any order will do, if only it is the same.
  return [...(classList ?? [])].sort() + style?.cssText;
};
