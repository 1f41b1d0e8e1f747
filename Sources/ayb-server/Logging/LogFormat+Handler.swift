import AybConfiguration
import Logging

extension Configuration.Logging {
    /// Makes all loggers of the process write in this format, to standard error.
    func bootstrap() {
        let level = Logger.Level(rawValue: level) ?? .info
        let format = format
        LoggingSystem.bootstrap { label in
            LineLogHandler(label: label, level: level, format: format, output: .standardError)
        }
    }
}
