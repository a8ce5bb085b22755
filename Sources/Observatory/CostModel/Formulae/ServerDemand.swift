/// How many servers filter the mail of a country or an operator, and what they cost to buy.
public struct ServerDemand: Sendable, Hashable {
    /// Messages a second in the busiest hour whose content is looked at, lambda.
    public let messagesPerSecond: Double
    /// Servers, n.
    public let servers: Double

    /// Of messages a year: lambda = peak messages / T, n = max(n_min, ceil(lambda / (mu cores U)) + spare).
    public init(
        messages: Double, peak: Double, rate: Double, cores: Double, utilisation: Double, least: Double, spare: Double
    ) {
        messagesPerSecond = peak * messages / YearLength.seconds
        let needed = (messagesPerSecond / (rate * cores * utilisation)).rounded(.up) + spare
        // The larger of the two, which is not a number where one is not.
        servers = needed.isNaN || least.isNaN ? .nan : max(least, needed)
    }

    /// The same of a ledger's values, with all mail times a growth.
    init(_ values: ParameterValues, growth: Double = 1) {
        let traffic = MailTraffic(values, growth: growth)
        self.init(
            messages: traffic.good + traffic.accepted, peak: values[.serverPeak], rate: values[.serverRate], cores: values[.serverCores],
            utilisation: values[.serverUse], least: values[.leastServers], spare: values[.spareServers])
    }

    /// What they cost to buy, with firewalls and setting up: K = n P_srv + K_fw + K_setup.
    public func capital(price: Double, firewall: Double, setup: Double) -> Double { servers * price + firewall + setup }

    /// The same of a ledger's values.
    func capital(_ values: ParameterValues) -> Double {
        capital(price: values[.serverPrice], firewall: values[.firewallPrice], setup: values[.setupPrice])
    }
}
