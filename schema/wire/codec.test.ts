import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Batch } from './batch.ts';
import { checkBatch } from './check.ts';
import { decodeBatch } from './decode.ts';
import { MalformedBatchError } from './malformed.ts';
import { packBatch } from './outgoing.ts';
import { anyBatch } from './testing/batch-arbitrary.ts';

/** A valid batch, or the refusal with its place and reason; any other error fails the test. */
function read(packed: Uint8Array): Batch | undefined {
  try {
    return checkBatch(decodeBatch(packed));
  } catch (error) {
    if (!(error instanceof MalformedBatchError)) throw error;
    expect(error.place).not.toBe('');
    expect(error.reason).not.toBe('');
    return undefined;
  }
}

const least = {
  session: 'AAAAAAAAAAAAAAAA',
  visitor: 'BBBBBBBBBBBBBBBB',
  view: 'CCCCCCCC',
  seq: 1,
  activeMs: 10,
};

describe('the packed batch', () => {
  it('decodes to what was encoded, and passes the check unchanged', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        const decoded = decodeBatch(packBatch(batch));
        expect(decoded).toEqual(batch);
        expect(checkBatch(decoded)).toEqual(batch);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same after a second packing', () => {
    fc.assert(
      fc.property(anyBatch, (batch) => {
        const packed = packBatch(batch);
        expect(packBatch(checkBatch(decodeBatch(packed)))).toEqual(packed);
      }),
    );
  });

  it('is refused with place and reason, or is a valid batch, wherever it is cut off', () => {
    fc.assert(
      fc.property(anyBatch, fc.nat(), (batch, at) => {
        const packed = packBatch(batch);
        read(packed.subarray(0, at % packed.length));
      }),
      { numRuns: 500 },
    );
  });

  it('is refused, or is a valid batch, whichever of its bits is flipped', () => {
    fc.assert(
      fc.property(anyBatch, fc.nat(), fc.nat(7), (batch, at, bit) => {
        const packed = packBatch(batch);
        const i = at % packed.length;
        packed[i] = (packed[i] ?? 0) ^ (1 << bit);
        const result = read(packed);
        if (result) expect(checkBatch(decodeBatch(packBatch(result)))).toEqual(result);
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused, or is a valid batch, where the bytes are random', () => {
    const body = fc.uint8Array({ maxLength: 400 });
    fc.assert(
      fc.property(fc.constantFrom(0x10, 0x11), body, (version, bytes) => {
        read(bytes);
        read(Uint8Array.of(version, ...bytes));
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused at the byte where it ends too early', () => {
    const packed = packBatch(fc.sample(anyBatch, { numRuns: 1, seed: 1 })[0] as Batch);
    expect(() => decodeBatch(packed.subarray(0, 3))).toThrow(/is cut off \(byte \d+\)/);
  });

  it('is refused with the entry of a list that is wrong', () => {
    const press = { type: 'visibility', t: 1, state: 1 };
    const packed = packBatch(checkBatch({ ...least, events: [press, press] }));
    const refused = (bytes: Uint8Array) => expect(() => decodeBatch(bytes));
    refused(packed.subarray(0, -1)).toThrow(/^events\[1\]\.state is cut off \(byte \d+\)$/);
    refused(Uint8Array.of(...packed, 99)).toThrow(/^events\[2\]\.code 99 is not known/);
  });

  it('is refused where it is larger than the limit', () => {
    expect(() => decodeBatch(new Uint8Array(16_385))).toThrow(
      'body is 16385 bytes, the limit is 16384',
    );
  });
});
