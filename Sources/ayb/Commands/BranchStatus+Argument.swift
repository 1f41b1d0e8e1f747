public import ArgumentParser
public import BranchingCore

extension BranchStatus: ExpressibleByArgument {}
