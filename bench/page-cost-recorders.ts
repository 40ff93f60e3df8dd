import type { Recorder } from './page-cost-server.ts';

/** Who is compared. The first is the page itself, the second hears of movement and does nothing. */
export const recorders: readonly Recorder[] = [
  { name: 'no recorder', scripts: {}, head: '' },
  {
    name: 'an empty listener',
    scripts: {},
    head: "<script>addEventListener('pointermove', () => {}, { passive: true })</script>",
  },
  {
    name: 'Trailgraph',
    scripts: {
      '/t.js': 'tracker/dist/t.js',
      '/t-press.js': 'tracker/dist/t-press.js',
      '/t-extra.js': 'tracker/dist/t-extra.js',
    },
    head: '<script src="/t.js" data-site="bench"></script>',
  },
  {
    name: 'rrweb record, JSON every 2 s',
    scripts: { '/rrweb.js': 'node_modules/rrweb/dist/rrweb.umd.cjs' },
    head: `<script src="/rrweb.js"></script><script>
      addEventListener('load', () => {
        let events = [];
        rrweb.record({ emit: (event) => events.push(event) });
        setInterval(() => {
          if (events.length) fetch('/collect', { method: 'POST', body: JSON.stringify(events) });
          events = [];
        }, 2000);
      });
    </script>`,
  },
  {
    name: 'Clarity',
    scripts: { '/clarity.js': 'node_modules/clarity-js/build/clarity.min.js' },
    head: `<script src="/clarity.js"></script><script>
      addEventListener('load', () => clarity('start', { projectId: 'bench', upload: '/collect', track: true, content: true }));
    </script>`,
  },
  {
    name: 'PostHog with session replay',
    scripts: { '/posthog.js': 'node_modules/posthog-js/dist/array.full.no-external.js' },
    head: `<script src="/posthog.js"></script><script>
      addEventListener('load', () => posthog.init('bench', {
        api_host: location.origin, person_profiles: 'never', opt_out_useragent_filter: true,
        session_recording: { recordCrossOriginIframes: false },
      }));
    </script>`,
  },
];
