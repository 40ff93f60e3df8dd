import { limits } from '../../schema/limits.ts';
import { shorten } from '../mask.ts';
import type { Properties } from '../public-types.ts';
import type { Recorder } from '../recorder.ts';

/** A custom event. Texts in it are masked and cut, and what is no plain value is left out; all of it, if it is too long. */
export function recordCustom(recorder: Recorder, name: string, properties: Properties = {}): void {
  const json = JSON.stringify(properties, (key, value: unknown) => {
    if (key && value instanceof Object) return undefined;
    return typeof value === 'string' ? shorten(value) : value;
  });
  const fitting = json.length > limits.propertiesChars ? '{}' : json;
  recorder.record([10, recorder.t(), shorten(name), fitting]);
}
