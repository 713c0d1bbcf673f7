#!/bin/sh
# What may go wrong with a store; KILLS: how often a keeper is killed at a random moment (make soak-store: 200).
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
PYTHONPATH=tests/store python3 tests/store/safe.py "${BUILD:-build}/isnad" "$folder" "${KILLS:-15}" "$@"
