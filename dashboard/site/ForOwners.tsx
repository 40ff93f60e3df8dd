import { type JSX, Match, Switch } from 'solid-js';
import { useSite } from './site-context.ts';

/** What an owner alone may do. A reader sees what is said instead; nobody anything until it is known who asks. */
export function ForOwners(props: {
  readonly children: JSX.Element;
  readonly instead?: JSX.Element;
}) {
  const { mayManage } = useSite();
  return (
    <Switch>
      <Match when={mayManage()}>{props.children}</Match>
      <Match when={mayManage() === false}>{props.instead}</Match>
    </Switch>
  );
}
