/// Makes one ordered list of steps from what becomes of each object.
///
/// Each object has at most one step that removes it and one that makes or changes it. What is made comes after what it
/// needs in the new schema; what is removed goes before what it needed in the old one. A change that objects get in the way
/// of comes after their removal and before they are made again.
struct MigrationPlanner {
    let context: MigrationContext
    let table: DecisionTable
    let absorption: Absorption
    private var decisions: [ObjectID: Decision] { table.decisions }

    init(context: MigrationContext) {
        self.context = context
        table = DecisionTable(context: context)
        absorption = Absorption(context: context, decisions: table.decisions)
    }

    /// The steps, in order.
    func actions() -> [Action] {
        var steps = PlannedSteps(context: context, table: table, absorption: absorption)
        steps.collect()
        return steps.ordered()
    }
}
