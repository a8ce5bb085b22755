public import JSON
internal import Messages

extension GroundTruth {
    /// Writes the members of an object: each channel with its counts, its classes, and its largest sources and routes.
    ///
    /// - Parameters:
    ///   - period: the period as it is to be called.
    ///   - limit: how many sources and routes are written.
    public func write(period: String, top limit: Int = TruthRecovery.top, into object: inout JSONText) {
        object.member("period", period)
        object.key("channels")
        object.list { list in
            for channel in channels { list.object { channel.write(top: limit, into: &$0) } }
        }
    }
}

extension GroundTruth.ChannelTruth {
    fileprivate func write(top limit: Int, into object: inout JSONText) {
        object.member("channel", channel.rawValue)
        object.member("messages", attempted)
        object.member("bytes", bytes, digits: 0)
        object.member("spam", spam)
        object.member("delivered", delivered)
        object.member("zombies", zombies)
        object.member("claimed", claimed)
        object.member("forged", forged)
        object.member("complaints", complaints)
        object.member("campaigns", campaigns)
        object.member("sources", sources.count)
        object.key("classes")
        object.object { entry in
            for (threatClass, count) in classes.sorted(by: { $0.key < $1.key }) { entry.member(threatClass.rawValue, count) }
        }
        for (name, counts) in [("topSources", sources), ("topRoutes", routes)] {
            object.key(name)
            object.list { list in
                for item in GroundTruth.ChannelTruth.top(limit, of: counts) {
                    list.object { entry in
                        entry.member("name", item)
                        entry.member("spam", counts[item] ?? 0)
                    }
                }
            }
        }
    }
}
