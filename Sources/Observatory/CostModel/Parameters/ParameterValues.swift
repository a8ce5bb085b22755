/// One value of each parameter: the likeliest ones, or those of one draw. What is not known is not a number, and so is all that comes of it.
public struct ParameterValues: Sendable {
    private var values = [Double](repeating: .nan, count: Parameter.allCases.count)

    /// Nothing is known yet.
    public init() {}

    /// The value of a parameter.
    public subscript(parameter: Parameter) -> Double {
        get { values[parameter.rawValue] }
        set { values[parameter.rawValue] = newValue }
    }
}
