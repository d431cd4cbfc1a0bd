#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files and folders by the calls of POSIX: what a small program needs of them, and no more.
package enum FileSystem {
  /// What a path leads to, links followed.
  package struct Entry: Hashable, Sendable {
    let isFolder: Bool
    /// Whether it is a file that gives the same bytes each time that it is read, and no pipe.
    let isRegular: Bool
    /// The same for every path that leads to the same file.
    let identity: Identity
  }

  /// Which file it is, whatever path led to it.
  package struct Identity: Hashable, Sendable {
    let device, number: UInt64
  }

  /// What is at a path; nil where nothing is, or it may not be looked at.
  package static func entry(at path: String) -> Entry? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Entry(
      isFolder: status.st_mode & S_IFMT == S_IFDIR,
      isRegular: status.st_mode & S_IFMT == S_IFREG,
      identity: Identity(
        device: UInt64(truncatingIfNeeded: status.st_dev),
        number: UInt64(truncatingIfNeeded: status.st_ino)))
  }

  /// The bytes of a file; nil where it is not there or may not be read.
  package static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    let size = fstat(file, &status) == 0 ? Int(status.st_size) : 0
    return read(file, expecting: size)
  }

  /// The bytes of a file or pipe that is open, to its end; nil where it cannot be read.
  ///
  /// - Parameter size: how many there probably are.
  static func read(_ file: Int32, expecting size: Int = 0) -> [UInt8]? {
    var bytes: [UInt8] = []
    // One more than there should be, so that the end is met in the first round.
    var room = max(size + 1, 1 << 12)
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        repeat {
          count = systemRead(file, buffer.baseAddress, buffer.count)
        } while count < 0 && errno == EINTR
        filled = max(0, count)
      }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      room = max(size + 1 - bytes.count, 1 << 12)
    }
  }

  private static func systemRead(
    _ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(file, buffer, count)
    #elseif canImport(Musl)
      Musl.read(file, buffer, count)
    #else
      Darwin.read(file, buffer, count)
    #endif
  }

  /// The names in a folder, sorted by their bytes, without those that begin with a dot; nil where
  /// it may not be read.
  package static func names(in folder: String) -> [String]? {
    guard let handle = opendir(folder) else { return nil }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path from the root of the file system, links resolved; nil where nothing is there.
  package static func absolute(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder that a path lies in, as it is written.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Writes a whole file in one step: whoever reads it meanwhile sees the old one or the new one.
  ///
  /// - Returns: the reason why it could not be written; nil when it was.
  package static func write(_ bytes: [UInt8], to path: String) -> String? {
    let link = absolute(path) ?? path
    let draft = "\(link).\(getpid()).tmp"
    var status = stat()
    let mode = stat(link, &status) == 0 ? status.st_mode & 0o777 : 0o666
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { return reason() }
    let isWritten = write(bytes, to: file) && fsync(file) == 0
    let why = reason()
    guard close(file) == 0, isWritten, rename(draft, link) == 0 else {
      unlink(draft)
      return why
    }
    return nil
  }

  /// Writes all of some bytes to what is open; false where that failed.
  static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = systemWrite(file, UnsafeRawBufferPointer(rebasing: rest))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  private static func systemWrite(_ file: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      Musl.write(file, buffer.baseAddress, buffer.count)
    #else
      Darwin.write(file, buffer.baseAddress, buffer.count)
    #endif
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
