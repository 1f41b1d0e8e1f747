/// The names that PostgreSQL chooses itself.
package enum AutomaticName {
    /// The name for something that belongs to a column: both names are shortened until the whole has 63 bytes
    /// (`makeObjectName` in commands/indexcmds.c).
    package static func make(_ name: String, _ label: String) -> String {
        var first = Array(name.utf8)
        while first.count + label.utf8.count + 1 > 63 { cut(&first) }
        return String(decoding: first, as: UTF8.self) + "_" + label
    }

    /// The name for a part of a table, from the names of both.
    package static func make(_ table: String, _ column: String, _ label: String) -> String {
        var first = Array(table.utf8)
        var second = Array(column.utf8)
        let overhead = label.utf8.count + 2
        while first.count + second.count + overhead > 63 {
            if first.count > second.count { cut(&first) } else { cut(&second) }
        }
        return String(decoding: first, as: UTF8.self) + "_" + String(decoding: second, as: UTF8.self) + "_" + label
    }

    /// Takes one byte off; PostgreSQL cuts between characters only.
    private static func cut(_ bytes: inout [UInt8]) {
        bytes.removeLast()
        while let last = bytes.last, last & 0xC0 == 0x80 || last & 0xC0 == 0xC0 {
            let isWhole = String(validating: bytes, as: UTF8.self) != nil
            if isWhole { return }
            bytes.removeLast()
        }
    }
}
