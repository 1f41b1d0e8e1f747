import CoreMetrics
import Testing

@testable import ayb_server

struct MetricRegistryTests {
    private let registry = MetricRegistry()
    private var factory: PrometheusFactory { PrometheusFactory(registry: registry) }

    private func scrape() throws -> PrometheusText {
        var text = ExpositionText()
        registry.write(to: &text)
        return try PrometheusText(text.text)
    }

    @Test func `a counter counts up only`() throws {
        let counter = Counter(label: "c_total", dimensions: [("b", "2"), ("a", "1")], factory: factory)
        counter.increment(by: 3)
        counter.increment(by: -2)
        FloatingPointCounter(label: "c_total", dimensions: [("a", "1"), ("b", "2")], factory: factory)
            .increment(by: 0.5)
        #expect(try scrape().value("c_total", ["a": "1", "b": "2"]) == 3.5)
        #expect(try scrape().families["c_total"]?.type == "counter")
        counter.reset()
        #expect(try scrape().value("c_total", ["a": "1", "b": "2"]) == 0)
    }

    @Test func `a gauge goes up and down`() throws {
        let meter = Meter(label: "g", factory: factory)
        meter.set(5)
        meter.increment(by: 2.5)
        meter.decrement()
        #expect(try scrape().value("g") == 6.5)
        Gauge(label: "h", factory: factory).record(-1)
        #expect(try scrape().families["h"]?.type == "gauge")
        #expect(try scrape().value("h") == -1)
    }

    @Test func `a timer's buckets count what is at most so long, in seconds`() throws {
        let timer = Timer(label: "t_seconds", factory: factory)
        for milliseconds in [1, 5, 6, 70, 20_000] { timer.recordMilliseconds(milliseconds) }
        let text = try scrape()
        #expect(text.families["t_seconds"]?.type == "histogram")
        let expected = [("0.005", 2.0), ("0.01", 3), ("0.05", 3), ("0.1", 4), ("10", 4), ("+Inf", 5)]
        for (bound, count) in expected { #expect(text.value("t_seconds_bucket", ["le": bound]) == count, "\(bound)") }
        #expect(text.value("t_seconds_count") == 5)
        #expect(abs((text.value("t_seconds_sum") ?? 0) - 20.082) < 1e-9)
        Recorder(label: "r", factory: factory).record(7)
        #expect(try scrape().value("r_sum") == 7)
    }

    @Test func `whatever a label is, it comes out as it went in`() throws {
        let odd = "a\\b\"c\nd é {}=,"
        Counter(label: "odd name-1", dimensions: [("9 l", odd), ("le", "x")], factory: factory).increment()
        let text = try scrape()
        #expect(text.value("odd_name_1", ["_9_l": odd, "le_": "x"]) == 1)
    }

    @Test func `the number of series has a limit, and what is beyond it is counted`() throws {
        for number in 0..<(MetricRegistry.seriesLimit + 3) {
            Counter(label: "many_total", dimensions: [("n", "\(number)")], factory: factory).increment()
        }
        let text = try scrape()
        #expect(text.families["many_total"]?.samples.count == MetricRegistry.seriesLimit)
        #expect(text.value("ayb_metrics_series_refused_total") == 3)
        // A metric of another kind has no place there either.
        Meter(label: "many_total", factory: factory).set(1)
        #expect(try scrape().value("ayb_metrics_series_refused_total") == 4)
    }

    @Test func `many threads lose no count`() async throws {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1000 {
                        Counter(label: "n_total", factory: factory).increment()
                        Timer(label: "d_seconds", factory: factory).recordNanoseconds(1)
                        Meter(label: "m", factory: factory).increment()
                    }
                }
            }
        }
        let text = try scrape()
        #expect(text.value("n_total") == 8000 && text.value("m") == 8000)
        #expect(text.value("d_seconds_count") == 8000 && text.value("d_seconds_bucket", ["le": "0.005"]) == 8000)
    }

    @Test func `numbers are as Go reads them`() {
        let expected: [(Double, String)] = [
            (0, "0"), (-3, "-3"), (0.5, "0.5"), (1e15, "1000000000000000"), (.infinity, "+Inf"), (-.infinity, "-Inf"),
            (.nan, "NaN"), (1e-7, "1e-07"),
        ]
        for (number, text) in expected { #expect(ExpositionText.number(number) == text) }
    }

    @Test func `everything that is described has a help text and ascending bounds`() {
        for (name, description) in MetricDescription.all {
            #expect(name.hasPrefix("ayb_") && description.help.hasSuffix("."))
            #expect(description.bounds == description.bounds.sorted() && Set(description.bounds).count > 5)
        }
    }
}
