#!/bin/sh
# make install gives a command that works from where it was put, with its manual; make uninstall leaves no file behind.
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
root=$folder/usr
. tests/check.sh

make -s install BUILD="${BUILD:-build}" DESTDIR="$folder" PREFIX=/usr >/dev/null
check "install" 0 $?
(cd / && printf 'The minister said that the army killed 12 rebels in Baghdad.\n' | "$root/bin/isnad" read -) | grep '"ASSAULT"' >/dev/null
check "the command finds its model and tables" 0 $?
(cd / && "$root/bin/isnad" check-data) >/dev/null
check "the tables are whole" 0 $?
check "the gazetteer in the form that opens at once" 0 "$(cmp data/places.packed "$root/share/isnad/data/places.packed" >/dev/null 2>&1; echo $?)"
check "the manual" 1 "$(find "$root/share/man" -name isnad.1 | wc -l)"
check "every file can be read by all" 0 "$(find "$folder" -type f ! -perm -444 | wc -l)"
make -s uninstall DESTDIR="$folder" PREFIX=/usr
check "uninstall" 0 $?
check "nothing is left" 0 "$(find "$folder" -type f | wc -l)"
echo "cli/install: $passed passed, $failed failed"
[ $failed -eq 0 ]
