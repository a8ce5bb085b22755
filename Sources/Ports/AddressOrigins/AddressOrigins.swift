// The port: whose network an address is of, and in which country it is registered or seen. None of this ships: an operator supplies the data, and the name
// and date of the data go with every answer.

public import Messages

/// Knows networks and countries of addresses.
public protocol AddressOrigins: Sendable {
    /// What the answers are made from.
    var datasets: [OriginDataset] { get }
    /// What is known of an address; what is not known is nothing, never a guess. Throws when the data turns out to be damaged.
    func origin(of address: IPAddress) throws(OriginError) -> AddressOrigin
}

/// Data that answers are made from.
public struct OriginDataset: Sendable, Hashable, CustomStringConvertible {
    /// What it is called.
    public var name: String
    /// Its day, as `2026-11-22`; nothing where it does not say.
    public var date: String?

    /// Data of this name.
    public init(name: String, date: String?) {
        self.name = name
        self.date = date
    }

    /// Name and day.
    public var description: String { date.map { "\(name) (\($0))" } ?? name }
}

/// What is known of an address.
public struct AddressOrigin: Sendable, Hashable {
    /// The network: `AS64500`, or a prefix where the system is not known.
    public var network: String?
    /// Which data says so.
    public var networkDataset: OriginDataset?
    /// The country or territory, by ISO 3166-1 alpha-2.
    public var country: String?
    /// Which data says so.
    public var countryDataset: OriginDataset?

    /// Nothing is known, unless given.
    public init(
        network: String? = nil, networkDataset: OriginDataset? = nil, country: String? = nil, countryDataset: OriginDataset? = nil
    ) {
        self.network = network
        self.networkDataset = networkDataset
        self.country = country
        self.countryDataset = countryDataset
    }

    /// What this lacks and another has.
    public func filled(from other: AddressOrigin) -> AddressOrigin {
        var filled = self
        if filled.network == nil {
            filled.network = other.network
            filled.networkDataset = other.networkDataset
        }
        if filled.country == nil {
            filled.country = other.country
            filled.countryDataset = other.countryDataset
        }
        return filled
    }

    /// Whether two letters are a country's code as registries and databases write it; `ZZ` and its like are none.
    public static func isCountry(_ code: some StringProtocol) -> Bool {
        code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0) } && code != "ZZ" && code != "XX" && code != "EU"
            && code != "AP"
    }
}

/// Why data cannot be used.
public struct OriginError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, or what the data is called.
    public var place: String
    /// The line, from 1; nothing where it has none.
    public var line: Int?
    /// What is wrong and what to do.
    public var message: String

    /// An error.
    public init(_ place: String, line: Int? = nil, _ message: String) {
        self.place = place
        self.line = line
        self.message = message
    }

    /// Where, and what.
    public var description: String { place + (line.map { ":\($0)" } ?? "") + ": " + message }
}

/// Several data, asked in order: what the first does not know, the next may.
public struct LayeredOrigins: AddressOrigins {
    private let layers: [any AddressOrigins]

    /// These, the most trusted first.
    public init(_ layers: [any AddressOrigins]) { self.layers = layers }

    /// What the answers are made from.
    public var datasets: [OriginDataset] { layers.flatMap(\.datasets) }

    /// What is known of an address.
    public func origin(of address: IPAddress) throws(OriginError) -> AddressOrigin {
        var origin = AddressOrigin()
        for layer in layers where origin.network == nil || origin.country == nil {
            origin = origin.filled(from: try layer.origin(of: address))
        }
        return origin
    }
}
