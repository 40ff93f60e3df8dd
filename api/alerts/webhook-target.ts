import { type LookupAddress, lookup as lookUp } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Problem } from '../graphql/problem.ts';

/** A webhook may not reach where only this machine can: it would let its owner ask this network's insides. */
export class ForbiddenTargetError extends Error {
  override readonly name = 'ForbiddenTargetError';
}

/** Whether an address is on the public internet: no loopback, private, link-local, multicast or other special range. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/**
 * Checks the address that somebody wants to be called at, as far as it can be told without asking the DNS.
 *
 * @param localMode also lets in http, and this machine and its network
 * @throws {Problem} BAD_USER_INPUT with what is wrong
 */
export function checkWebhookUrl(text: string, localMode: boolean): string {
  const url = URL.parse(text);
  if (!url || text.length > 2_000) throw refuse('is no address of at most 2,000 characters.');
  if (url.username || url.password) throw refuse('may not carry a name and password.');
  const isPlain = localMode && url.protocol === 'http:';
  if (url.protocol !== 'https:' && !isPlain) throw refuse('has to begin with https://.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isInside = ipaddr.isValid(host)
    ? !isPublicAddress(host)
    : /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host) || !host.includes('.');
  if (isInside && !localMode)
    throw refuse(`leads to ${host}, which is not on the public internet.`);
  return url.href;
}

function refuse(reason: string): Problem {
  return new Problem('BAD_USER_INPUT', `webhookUrl ${reason}`);
}

/** Resolves names for a call: the very address that was checked is the one that is connected to. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, []);
    const inside = addresses.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses;
    if (inside || !first) {
      const reason = `${hostname} is ${inside?.address ?? 'nowhere'}, not on the public internet`;
      return callback(new ForbiddenTargetError(reason), []);
    }
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};
