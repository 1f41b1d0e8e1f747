// What embedders use of the layers below comes with this one: the private PostgreSQL, and the names, limits and errors
// of connections.
@_exported public import EmbeddedPostgres
@_exported public import PostgresLink
