import '../graphql/scalars.ts';
import '../ingest/batch-scalar.ts';
import '../ingest/ingest-mutation.ts';
import '../sites/site-type.ts';
import '../sites/site-mutations.ts';
import '../session/session-type.ts';
import '../session/session-numbers.ts';
import '../session/session-parts.ts';
import '../session/rage-burst-type.ts';
import '../session/sessions-query.ts';
import '../events/mouse-move-event-type.ts';
import '../events/click-event-type.ts';
import '../events/hover-event-type.ts';
import '../events/scroll-event-type.ts';
import '../events/navigation-event-type.ts';
import '../events/visibility-event-type.ts';
import '../events/keyboard-event-type.ts';
import '../events/error-event-type.ts';
import '../events/custom-event-type.ts';
import '../events/events-query.ts';
import '../live/session-changed.ts';
import '../live/session-activity.ts';
import { builder } from './builder.ts';

/** The whole schema: each concept's types add themselves to the builder when they are imported above. */
export const schema = builder.toSchema();
