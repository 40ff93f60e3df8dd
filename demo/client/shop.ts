import { showCartCount } from './cart-count.ts';
import { enableCartPage } from './cart-page.ts';
import { enableCheckoutForm } from './checkout-form.ts';
import { enableFilters } from './filters.ts';
import { enableOffer } from './offer.ts';
import { enablePayment } from './payment.ts';
import { showRecording } from './recording.ts';

showRecording();
showCartCount();
enableOffer();
enablePayment();
enableCartPage();
enableFilters();
enableCheckoutForm();
