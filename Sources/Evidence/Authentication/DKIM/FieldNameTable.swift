/// One field of a mail for each hash of a name: an open table, since a mail has few names and each is looked for several times.
///
/// Nobody who writes a mail can know where its names come to stand: the hash differs from run to run.
struct FieldNameTable {
    /// A field of each name at the place of its hash, or the next free one; -1 where none is any more.
    private var fields: [Int32]
    /// The hashes of the places that are taken.
    private var hashes: [UInt64]
    private var isTaken: [Bool]
    private var count: Int32 = 0

    /// A table for the names of so many fields.
    init(fields count: Int) {
        var places = 16
        while places < 2 * count { places *= 2 }
        fields = Array(repeating: -1, count: places)
        hashes = Array(repeating: 0, count: places)
        isTaken = Array(repeating: false, count: places)
    }

    /// Adds the next field of the mail; gives the field of the same name that it takes the place of, -1 where there was none.
    mutating func add(_ hash: UInt64) -> Int32 {
        let place = place(of: hash)
        let previous = fields[place]
        isTaken[place] = true
        hashes[place] = hash
        fields[place] = count
        count += 1
        return previous
    }

    /// The field at a hash; -1 where there is none.
    func field(_ hash: UInt64) -> Int { Int(fields[place(of: hash)]) }

    /// Puts another field, or none, in the place of one that was added.
    mutating func set(_ hash: UInt64, to field: Int) {
        fields[place(of: hash)] = Int32(truncatingIfNeeded: field)
    }

    /// Where a hash is, or would be: at least half of the places are free, so that the search ends.
    private func place(of hash: UInt64) -> Int {
        let mask = fields.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while isTaken[place], hashes[place] != hash { place = (place + 1) & mask }
        return place
    }
}
