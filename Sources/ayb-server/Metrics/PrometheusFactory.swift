import CoreMetrics

/// Keeps the metrics of all libraries in a ``MetricRegistry``.
struct PrometheusFactory: MetricsFactory {
    let registry: MetricRegistry

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        registry.series(label, dimensions) { _ in CounterSeries() } ?? NOOPMetricsHandler.instance
    }

    func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        registry.series(label, dimensions) { _ in CounterSeries() } ?? NOOPMetricsHandler.instance
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        registry.series(label, dimensions) { _ in GaugeSeries() } ?? NOOPMetricsHandler.instance
    }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        guard aggregate else {
            return registry.series(label, dimensions) { _ in GaugeSeries() } ?? NOOPMetricsHandler.instance
        }
        return registry.series(label, dimensions, histogram) ?? NOOPMetricsHandler.instance
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        registry.series(label, dimensions, histogram) ?? NOOPMetricsHandler.instance
    }

    // Series stay: a counter that went away and came back would begin at 0.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    private func histogram(_ name: String) -> HistogramSeries {
        HistogramSeries(bounds: MetricDescription.all[name]?.bounds ?? MetricDescription.standardBounds)
    }
}
