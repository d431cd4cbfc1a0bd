// `registeredStages` is written at build time by the plugin RegisterStages. A target needs a file.
