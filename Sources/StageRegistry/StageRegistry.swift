// The one declaration of this module, `registeredStages`, is written at build time by the plugin
// RegisterStages from the module's dependencies in Package.swift. A target needs a source file.
