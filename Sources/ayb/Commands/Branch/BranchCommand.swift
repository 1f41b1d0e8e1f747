import ArgumentParser

/// `ayb branch`.
struct BranchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "branch",
        abstract: "Create, list, inspect, connect to, compare and delete branches.",
        discussion: """
            A name has 1 to 63 characters: lower-case letters, digits, '-' and '_', with a letter or digit at both \
            ends. Its database is ayb_branch_<name>, with '-' as '_'.

            EXAMPLES
              ayb branch create feature-auth
              ayb branch list
              psql "$(ayb branch url feature-auth --password)"
              ayb branch diff feature-auth
              ayb branch delete feature-auth

            'ayb --help' says which server a command goes to, and what the exit codes mean.
            """,
        subcommands: [
            BranchCreateCommand.self, BranchListCommand.self, BranchGetCommand.self, BranchURLCommand.self,
            BranchDiffCommand.self,
            BranchDeleteCommand.self,
        ])
}
