// What embedders name of the layers below comes with this one: a PostgreSQL of one's own, and how connections to any are
// named, limited and fail.
@_exported public import EmbeddedPostgres
@_exported public import PostgresLink
