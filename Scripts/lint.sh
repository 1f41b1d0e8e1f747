#!/usr/bin/env bash
# lint.sh [--documents]
#
# Checks the style of the Swift sources (not with --documents); that links between documents lead somewhere; that the tests named
# in docs/security.md exist; and that the code in docs/embedding.md is the code that the tests compile.
set -euo pipefail
cd "$(dirname "$0")/.."

failed=false
complain() {
    echo "lint: $*" >&2
    failed=true
}

[ "${1:-}" = --documents ] || swift format lint --strict --recursive Package.swift Sources Tests || failed=true

# Links to files, without their anchors.
for document in *.md docs/*.md; do
    while IFS= read -r link; do
        [ -e "$(dirname "$document")/$link" ] || complain "$document links to $link, which is not there"
    done < <(grep -oE '\]\([^)]+\)' "$document" | sed -E 's/^]\(//; s/\)$//; s/#.*//' | grep -vE '^$|://' || true)
done

# Each threat names its tests.
while IFS= read -r suite; do
    grep -rqE "(struct|class) $suite\\b" Tests || complain "docs/security.md names $suite, which is not there"
done < <(grep -oE '`[A-Za-z]+Tests`' docs/security.md | tr -d '`' | sort -u)

# Each ```swift block is a whole piece of the compiled file.
compiled=$(<Tests/EndToEndTests/EmbeddingExamples.swift)
block=
inside=false
while IFS= read -r line; do
    if ! $inside && [ "$line" = '```swift' ]; then
        inside=true
        block=
    elif $inside && [ "$line" = '```' ]; then
        inside=false
        [[ $compiled == *"$block"* ]] \
            || complain "docs/embedding.md has code that EmbeddingExamples.swift lacks:"$'\n'"$block"
    elif $inside; then
        block+=${block:+$'\n'}$line
    fi
done <docs/embedding.md

! $failed
