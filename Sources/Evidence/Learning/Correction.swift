internal import Features

/// What learning one example moved, view by view: enough to take it back later.
///
/// A weight moves by rate * gradient / sqrt(sum of squares) at each step. Of a weight that only this example ever moved, the whole path is
/// known (`alone`); of one that many moved, only the sum of errors is, and the rate of today stands for those of then. Taking back is therefore
/// exact where an example was alone, and an approximation where it was not.
struct Correction: Sendable, Hashable {
    /// The steps in one view.
    struct View: Sendable, Hashable {
        /// The sum of errors, each times the rate it was learnt at.
        var errors: Float = 0
        /// The sum of squared errors.
        var squares: Float = 0
        /// How far a weight moved that nobody else touched.
        var alone: Float = 0

        /// Notes a step: `scale` is the value of each feature of the view.
        mutating func add(error: Float, rate: Float, scale: Float, inertia: Float) {
            errors += rate * error
            squares += error * error
            alone += rate * error * scale / (inertia + squares * scale * scale).squareRoot()
        }

        /// Takes the steps back from weights: their sums of squares fall by what these steps added.
        func takeBack(
            _ places: some Sequence<Int>, scale: Float, share: Float, inertia: Float, _ weights: inout [Float], _ squares: inout [Float]
        ) {
            guard self.squares > 0 else { return }
            let own = self.squares * scale * scale
            let together = errors * share * scale
            let least = inertia + own
            for place in places {
                let sum = max(squares[place], least)
                // Where so little was added that the sum does not show it, nobody else added anything.
                let part = sum > inertia ? own / (sum - inertia) : 1
                weights[place] -= part * alone * share + (1 - part) * together / sum.squareRoot()
                squares[place] = sum - own
            }
        }

        /// Takes the steps back from a bias.
        func takeBack(_ bias: inout Float, _ sum: inout Float) {
            guard squares > 0 else { return }
            bias -= errors / sum.squareRoot()
            sum = max(1, sum - squares)
        }
    }

    /// The steps in the portable view.
    var portable = View()
    /// The steps in the first local view.
    var first = View()
    /// The steps in the second local view.
    var second = View()
    /// The steps in the recipient's own copies.
    var personal = View()

    /// Whether anything was moved.
    var isNothing: Bool { portable.squares == 0 && first.squares == 0 && second.squares == 0 && personal.squares == 0 }
}
