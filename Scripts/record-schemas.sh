#!/usr/bin/env bash
# record-schemas.sh
#
# Records the input and the expected output of the planner's tests, in Tests/SchemaComparisonTests/Fixtures. For each case it
# makes the two databases of case.sql on a private PostgreSQL, reads their schemas, and runs the planner's script on the first.
# If pg_dump then shows both alike, it writes schemas.json and golden.sql. `git diff` shows what changed.
#
# A new case is a directory with a case.sql. Its sections begin with a line `--- name`:
#
#     both, from, to  what makes both databases, the first and the second
#     rows            fills the first
#     proof           queries on the first afterwards, each of which prints t
#     rename          old=new, one per line
#     online          nothing: the script has the forms of --online
#     version 18      the major version to record on; otherwise 15
#
# It looks for the versions in AYB_TEST_POSTGRES, like test.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

for case in Tests/SchemaComparisonTests/Fixtures/*/*/case.sql; do
    for recorded in schemas.json golden.sql; do
        [ -e "${case%case.sql}$recorded" ] || : >"${case%case.sql}$recorded"
    done
done
SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH="${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-4}" \
    AYB_RECORD_SCHEMAS=1 swift test --filter PlannerFixtureTests
