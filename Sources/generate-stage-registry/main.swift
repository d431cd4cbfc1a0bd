// Writes the Swift file that lists the stages of a build: OUTPUT MODULE…
//
// Nothing goes in but the names, so that the same stages give the same bytes everywhere.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The stage's type: by agreement the module's name without its last word.
func type(in module: String) -> String {
  "\(module).\(module.dropLast("Stage".count))"
}

func registry(of modules: [String]) -> String {
  let imports = modules.map { "import \($0)\n" }.joined()
  let types = modules.map { "  \(type(in: $0)).self,\n" }.joined()
  return """
    public import StageKit
    \(imports)
    /// Every stage of this build, by the name of its module.
    public let registeredStages: [any Stage.Type] = [
    \(types)]

    """
}

func write(_ text: String, to path: String) -> Bool {
  guard let file = fopen(path, "w") else { return false }
  let written = fputs(text, file) >= 0
  return fclose(file) == 0 && written
}

guard CommandLine.arguments.count > 1 else {
  print("usage: generate-stage-registry OUTPUT MODULE…")
  exit(2)
}
let output = CommandLine.arguments[1]
guard write(registry(of: CommandLine.arguments.dropFirst(2).sorted()), to: output) else {
  perror(output)
  exit(1)
}
