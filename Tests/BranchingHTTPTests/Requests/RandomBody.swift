import TestSupport

/// Makes bodies: valid ones, ones with values of the wrong kind, and ones with changed bytes.
struct RandomBody {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    static let create = [
        "name": #""a""#, "from": #""main""#, "strategy": #""auto""#, "schema_only": "true",
        "disconnect_source": "false",
        "exclude_table_data": #"["log_*"]"#, "jobs": "4", "max_rate": "1000", "dry_run": "true",
    ]

    static let diff = [
        "from": #""main""#, "to": #""main""#, "schemas": #"["public"]"#, "exclude": #"["x"]"#, "ignore": #"["owner"]"#,
        "renames": #"{"s.a":"s.b"}"#, "online": "true", "strict": "false", "verify": "true",
    ]

    private static let values = [
        "null", "true", "0", "-0", "-1", "1.0", "1.5", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808",
        "18446744073709551616", "1e308", "1e400", "-1e400", "1e-400", "0.1e1", "\"\"", #""\u0000""#, #""\ud800""#,
        #""\ud83d\ude00""#,
        "\"\u{202E}\u{9B}\"", "[]", "{}", "[null]", #"[""]"#, "[[[[]]]]", #"{"":""}"#, #"{"a":{"a":1}}"#,
        #""postgresql://""#,
        #""postgresql://u:p@[::1]:99999999999/d?x=%zz""#, #""host=''' port=-1""#, #""main""#, #""\"""#, #""a.b.c""#,
        #""*""#,
    ]

    /// The bytes of one body.
    mutating func next(_ members: [String: String]) -> [UInt8] {
        var texts: [String] = []
        for (name, value) in members.sorted(by: { $0.key < $1.key }) where !random.oneIn(3) {
            let value = random.oneIn(4) ? random.pick(Self.values) ?? value : value
            texts.append("\"\(random.oneIn(60) ? name.uppercased() : name)\":\(value)")
        }
        if random.oneIn(40), let again = texts.first { texts.append(again) }
        var bytes = Array("{\(texts.joined(separator: random.oneIn(60) ? ",," : ","))}".utf8)
        if random.oneIn(30) { bytes = [UInt8](repeating: UInt8(ascii: "["), count: random.number(100_000)) }
        if random.oneIn(30) { bytes = bytes.flatMap { [$0, 0] } }
        while random.oneIn(3), !bytes.isEmpty { change(&bytes) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = random.number(bytes.count)
        switch random.number(5) {
        case 0: bytes[place] = UInt8(random.number(256))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(random.number(256)), at: place)
        case 3: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: bytes[..<place], at: place)
        }
    }
}
