import ipaddr from 'ipaddr.js';

/** Whether an IP address is in a list of addresses and CIDR blocks. What cannot be read matches nothing. */
export function isAddressIn(address: string | null, rules: readonly string[]): boolean {
  if (address === null || rules.length === 0 || !ipaddr.isValid(address)) return false;
  const asked = ipaddr.process(address);
  return rules.some((rule) => {
    const block = readBlock(rule.trim());
    return block?.[0].kind() === asked.kind() && asked.match(block);
  });
}

function readBlock(rule: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(rule)) return ipaddr.parseCIDR(rule);
  if (!ipaddr.isValid(rule)) return undefined;
  const single = ipaddr.process(rule);
  return [single, single.kind() === 'ipv4' ? 32 : 128];
}
