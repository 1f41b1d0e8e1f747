// AybConfiguration
