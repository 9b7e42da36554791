/** GET /metrics: the figures of the installation as JSON, or as Prometheus text when `Accept` asks for that. */
import { withMethods } from '#lib/api/with-methods';
import { toMetricsBody } from '#lib/metrics/present-metrics';
import { PROMETHEUS_CONTENT_TYPE, toPrometheusText } from '#lib/metrics/prometheus-text';
import { getServiceMetrics } from '#lib/metrics/service-metrics';

/** What a Prometheus server asks for. Clients that name JSON as well ("application/json, text/plain") want JSON. */
function wantsPrometheus(accept: string): boolean {
  return /text\/plain|application\/openmetrics-text/i.test(accept) && !/application\/json/i.test(accept);
}

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods('/metrics', {
  GET: async (request) => {
    const service = await getServiceMetrics();
    const facts = { now: new Date(), uptimeSeconds: process.uptime(), memory: process.memoryUsage() };
    if (!wantsPrometheus(request.headers.get('accept') ?? '')) return Response.json(toMetricsBody(service, facts));
    return new Response(await toPrometheusText(service, facts), { headers: { 'Content-Type': PROMETHEUS_CONTENT_TYPE } });
  },
});
