import ArgumentParser

/// `ayb key`.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Create, list, inspect, change, rotate and revoke API keys.",
        discussion: """
            Give each person and each program a separate key, with a role and limits. Only an admin can make keys; \
            the admin token is the first one.

            ROLES
              viewer     lists and compares branches
              developer  also creates branches; deletes its own
              operator   also works on everybody's branches, clones from URLs,
                         and gets the server's own password
              admin      also makes keys and reads the audit trail

            EXAMPLES
              export AYB_API_KEY="$(ayb key create ci --role developer)"
              ayb key list
              ayb key rotate key_8Zk3vX0qLr2TnYb5WmCd --grace 1h
              ayb key revoke key_8Zk3vX0qLr2TnYb5WmCd
            """,
        subcommands: [
            KeyCreateCommand.self, KeyListCommand.self, KeyGetCommand.self, KeyUpdateCommand.self,
            KeyRotateCommand.self, KeyRevokeCommand.self,
        ])
}
