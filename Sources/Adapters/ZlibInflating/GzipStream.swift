// Unpacks gzip files piece by piece: logs that were rotated. However large a file becomes unpacked, a piece of it is in memory.

public import Archives
internal import CZlib

/// A gzip file (RFC 1952) that is unpacked as it comes; several files one behind the other are one.
@safe public final class GzipStream {
    /// How much comes out at a time.
    private static let chunkBytes = 256 << 10

    /// A stream must not move in memory, since zlib keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>
    private var chunk = [UInt8](repeating: 0, count: GzipStream.chunkBytes)

    /// Whether what came so far ends as a file does; else it was cut off.
    public private(set) var isWhole = true

    /// A stream before its first byte.
    public init() throws(InflationError) {
        unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15 bits of window, the most there is, and 16 for the wrapping of gzip (zlib.h, inflateInit2).
        guard unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else {
            unsafe stream.deallocate()
            throw .damaged
        }
    }

    deinit {
        // Frees what zlib allocated; there is nothing to be lost by a failure.
        _ = unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Unpacks some of what is packed, and appends at most 256 KiB to `output`; gives how many packed bytes are done with. What is left has to come again.
    public func unpack(_ packed: Span<UInt8>, to output: inout [UInt8]) throws(InflationError) -> Int {
        guard !packed.isEmpty, let count = UInt32(exactly: packed.count) else { return 0 }
        // The bytes stay where they are while the closure runs, and zlib, whose header knows no const here, only reads them.
        let code = unsafe packed.withUnsafeBufferPointer { input in
            unsafe chunk.withUnsafeMutableBufferPointer { room in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = count
                unsafe stream.pointee.next_out = room.baseAddress
                unsafe stream.pointee.avail_out = UInt32(room.count)
                return unsafe inflate(stream, Z_NO_FLUSH)
            }
        }
        let came = chunk.count - Int(unsafe stream.pointee.avail_out)
        let used = packed.count - Int(unsafe stream.pointee.avail_in)
        output += chunk[..<came]
        switch code {
        case Z_OK: isWhole = false
        case Z_STREAM_END:
            isWhole = true
            guard unsafe inflateReset(stream) == Z_OK else { throw .damaged }
        // No room or no bytes to go on with: more has to come.
        case Z_BUF_ERROR where came > 0 || used > 0: isWhole = false
        default: throw .damaged
        }
        return used
    }
}
