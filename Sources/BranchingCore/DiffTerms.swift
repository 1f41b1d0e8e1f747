// What is compared, and what is found: the port names these, so they come with it.
@_exported public import DiffTerms
