/** What pressing a payment button does: answers at once, answers after a while, or deliberately nothing at all. */
export type PaymentBehaviour = 'works' | 'slow' | 'dead';

export interface PaymentMethod {
  readonly id: string;
  readonly name: string;
  readonly behaviour: PaymentBehaviour;
}

/** How long the slow ones take, ms: late enough to be called slow, too soon to be called dead. */
export const slowPaymentMs = 2500;

/** Twelve ways to pay. Five do nothing, one is slow; the small print below them says which. */
export const paymentMethods: readonly PaymentMethod[] = [
  { id: 'card', name: 'Card', behaviour: 'works' },
  { id: 'bank', name: 'Bank transfer', behaviour: 'slow' },
  { id: 'instalments', name: 'Instalments', behaviour: 'dead' },
  { id: 'invoice', name: 'Invoice', behaviour: 'works' },
  { id: 'pocket', name: 'Pocket', behaviour: 'works' },
  { id: 'swiftly', name: 'Swiftly', behaviour: 'dead' },
  { id: 'debit', name: 'Direct debit', behaviour: 'dead' },
  { id: 'gift', name: 'Gift card', behaviour: 'works' },
  { id: 'phone', name: 'Phone bill', behaviour: 'dead' },
  { id: 'credit', name: 'Store credit', behaviour: 'works' },
  { id: 'coin', name: 'Coinbox', behaviour: 'dead' },
  { id: 'cash', name: 'On delivery', behaviour: 'works' },
];
