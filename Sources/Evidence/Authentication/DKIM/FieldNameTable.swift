/// One field of a mail for each hash of a name: an open table, since a mail has few names and each is looked for several times.
///
/// Nobody who writes a mail can know where its names come to stand: the hash differs from run to run.
struct FieldNameTable {
    private struct Place {
        /// The hash that has the place; 0 where it is free.
        var hash: UInt64 = 0
        /// A field with the hash; -1 where none is any more.
        var field: Int32 = -1
    }

    /// Each hash is at its own place, or the next free one.
    private var places: [Place]
    private var count: Int32 = 0

    /// A table for the names of so many fields.
    init(fields count: Int) {
        var room = 16
        while room < 2 * count { room *= 2 }
        places = Array(repeating: Place(), count: room)
    }

    /// Adds the next field of the mail; gives the field of the same name that it takes the place of, -1 where there was none.
    mutating func add(_ hash: UInt64) -> Int32 {
        let place = place(of: hash)
        let previous = places[place].field
        places[place] = Place(hash: FieldNameTable.key(hash), field: count)
        count += 1
        return previous
    }

    /// The field at a hash; -1 where there is none.
    func field(_ hash: UInt64) -> Int { Int(places[place(of: hash)].field) }

    /// Puts another field, or none, in the place of one that was added.
    mutating func set(_ hash: UInt64, to field: Int) {
        places[place(of: hash)].field = Int32(truncatingIfNeeded: field)
    }

    /// Where a hash is, or would be: at least half of the places are free, so that the search ends.
    private func place(of hash: UInt64) -> Int {
        let key = FieldNameTable.key(hash)
        let places = places.span
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: key >> 1) & mask
        while places[place].hash != 0, places[place].hash != key { place = (place + 1) & mask }
        return place
    }

    /// The hash, and a bit that no free place has.
    private static func key(_ hash: UInt64) -> UInt64 { hash | 1 }
}
