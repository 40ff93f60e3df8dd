import { builder } from '../graphql/builder.ts';
import { Problem } from '../graphql/problem.ts';
import { requireSite } from '../sites/require-site.ts';
import { Metric } from '../timeline/timeline-type.ts';
import { Alert, AlertRuleType } from './alert-type.ts';
import { type AlertDocument, alertFirings, alerts } from './alerts-collection.ts';
import { makeFiring } from './evaluate-alert.ts';
import { AlertFiring } from './firing-type.ts';
import { requireAlert } from './require-alert.ts';
import { createAlert, renewSecret, updateAlert } from './save-alert.ts';

const AlertInput = builder.inputType('AlertInput', {
  description: 'An alert. What is left out takes its usual value, or stays as it is.',
  fields: (t) => ({
    name: t.string({ description: '1–200 characters.' }),
    rule: t.field({ type: AlertRuleType, description: 'ABOVE unless told.' }),
    metric: t.field({ type: Metric, description: 'RAGE_CLICK_RATE unless told.' }),
    threshold: t.float({ description: '5 unless told; for RISEN a factor, for SILENT minutes.' }),
    windowHours: t.int({ description: '1–168 hours looked at together; 1 unless told.' }),
    minCount: t.int({ description: 'Fewer clicks or sessions say nothing; 10 unless told.' }),
    page: t.string({ description: 'A route or an address; empty: the whole site.' }),
    webhookUrl: t.string({ description: 'An https address on the public internet. Needed.' }),
  }),
});

const CreatedAlert = builder.objectRef<AlertDocument>('CreatedAlert').implement({
  description: 'An alert, and the secret that its calls are signed with from now on.',
  fields: (t) => ({
    alert: t.field({ type: Alert, description: 'The alert.', resolve: (alert) => alert }),
    secret: t.exposeString('secret', {
      description: 'Shown this once: keep it where the calls are received.',
    }),
  }),
});

builder.mutationField('createAlert', (t) =>
  t.field({
    type: CreatedAlert,
    description: "Makes an alert. The owner's alone.",
    authScopes: { manage: true },
    args: {
      site: t.arg.id({ description: 'May be left out where there is only one.' }),
      input: t.arg({ type: AlertInput, required: true, description: 'What it is.' }),
    },
    resolve: async (_root, { site, input }, context) => {
      const { store, alertKeeper } = context;
      const of = await requireSite(context, site);
      const alert = await createAlert(store.db, of, input, (url) => alertKeeper.checkUrl(url));
      alertKeeper.wake();
      return alert;
    },
  }),
);

builder.mutationField('updateAlert', (t) =>
  t.field({
    type: Alert,
    description: "Changes an alert; its secret stays. The owner's alone.",
    authScopes: { manage: true },
    args: {
      id: t.arg.id({ required: true, description: 'Its global id.' }),
      input: t.arg({ type: AlertInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { id, input }, context) => {
      const { store, alertKeeper } = context;
      const { site, alert } = await requireAlert(context, id);
      const check = (url: string) => alertKeeper.checkUrl(url);
      const after = await updateAlert(store.db, site, alert, input, check);
      alertKeeper.wake();
      return after;
    },
  }),
);

builder.mutationField('renewAlertSecret', (t) =>
  t.field({
    type: CreatedAlert,
    description:
      "Gives an alert a new secret: the old one signs nothing any more, not even further tries of a call. The owner's alone.",
    authScopes: { manage: true },
    args: { id: t.arg.id({ required: true, description: 'Its global id.' }) },
    resolve: async (_root, { id }, context) => {
      const { alert } = await requireAlert(context, id);
      return renewSecret(context.store.db, alert);
    },
  }),
);

builder.mutationField('deleteAlert', (t) =>
  t.id({
    description: "Removes an alert; what it told stays. Returns its id. The owner's alone.",
    authScopes: { manage: true },
    args: { id: t.arg.id({ required: true, description: 'Its global id.' }) },
    resolve: async (_root, { id }, context) => {
      const { alert } = await requireAlert(context, id);
      await alerts.in(context.store.db).deleteOne({ site: alert.site, alert: alert.alert });
      return id;
    },
  }),
);

builder.mutationField('silenceAlert', (t) =>
  t.field({
    type: Alert,
    description:
      "Lets an alert call nobody until a time; what goes off is still written down. The owner's alone.",
    authScopes: { manage: true },
    args: {
      id: t.arg.id({ required: true, description: 'Its global id.' }),
      until: t.arg({ type: 'DateTime', description: 'Left out, it may call again at once.' }),
    },
    resolve: async (_root, { id, until }, context) => {
      const { site, alert } = (await requireAlert(context, id)).alert;
      const after = await alerts
        .in(context.store.db)
        .findOneAndUpdate(
          { site, alert },
          { $set: { silencedUntil: until ?? null } },
          { returnDocument: 'after' },
        );
      if (!after) throw new Problem('NOT_FOUND', 'There is no such alert.');
      return after;
    },
  }),
);

builder.mutationField('testAlert', (t) =>
  t.field({
    type: AlertFiring,
    description: "Calls an alert's webhook now, silenced or not. The owner's alone.",
    authScopes: { manage: true },
    args: { id: t.arg.id({ required: true, description: 'Its global id.' }) },
    resolve: async (_root, { id }, context) => {
      const { alert } = await requireAlert(context, id);
      const what = { value: 0, previous: null, message: 'A test: all is well.', isTest: true };
      const firing = makeFiring(alert, what, Date.now());
      await alertFirings.in(context.store.db).insertOne({ ...firing });
      context.alertKeeper.wake();
      return firing;
    },
  }),
);
