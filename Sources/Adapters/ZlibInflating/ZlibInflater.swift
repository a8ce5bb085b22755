// Unpacks what clients pack by zlib. The bytes are a stranger's: what comes out is bounded, and zlib's every answer is looked at.

public import Archives
internal import CZlib

/// Unpacks zlib streams by zlib.
public struct ZlibInflater: StreamInflater {
    /// How much comes out at a time.
    private static let chunkBytes = 64 << 10

    /// An inflater.
    public init() {}

    /// The bytes that a stream packs, as the port promises.
    public func inflate(_ packed: Span<UInt8>, limit: Int) throws(InflationError) -> [UInt8] {
        // zlib counts what is left in 32 bits; no message is as long.
        guard !packed.isEmpty, let count = UInt32(exactly: packed.count) else { throw .damaged }
        var output: [UInt8] = []
        // The bytes stay where they are while the closure runs, and zlib, whose header knows no const here, only reads them.
        let end = unsafe packed.withUnsafeBufferPointer { input in
            unsafe ZlibInflater.run(UnsafeMutablePointer(mutating: input.baseAddress), count, limit: limit, into: &output)
        }
        switch end {
        case .whole: return output
        case .tooLong: throw .tooLong(limit: limit)
        case .damaged: throw .damaged
        }
    }

    private enum End {
        case whole, tooLong, damaged
    }

    private static func run(_ input: UnsafeMutablePointer<UInt8>?, _ count: UInt32, limit: Int, into output: inout [UInt8]) -> End {
        // A stream must not move in memory, since zlib keeps its address.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        defer { unsafe stream.deallocate() }
        guard unsafe inflateInit_(stream, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else { return .damaged }
        // Frees what zlib allocated; there is nothing to be lost by a failure.
        defer { _ = unsafe inflateEnd(stream) }
        unsafe stream.pointee.next_in = input
        unsafe stream.pointee.avail_in = count
        var chunk = [UInt8](repeating: 0, count: chunkBytes)
        while true {
            let code = unsafe chunk.withUnsafeMutableBufferPointer { room in
                unsafe stream.pointee.next_out = room.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room.count)
                return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
            }
            let came = chunk.count - Int(unsafe stream.pointee.avail_out)
            let left = unsafe stream.pointee.avail_in
            guard came <= limit - output.count else { return .tooLong }
            output += chunk[..<came]
            switch code {
            case Z_STREAM_END: return left == 0 ? .whole : .damaged
            // Neither in nor out went on: the stream ends too early.
            case Z_OK where came > 0 || left > 0: continue
            default: return .damaged
            }
        }
    }
}
