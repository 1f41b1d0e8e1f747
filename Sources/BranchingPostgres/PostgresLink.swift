// How connections are named and waited for, and how they fail: who configures the service names these, so they come with it.
@_exported public import PostgresLink
