#!/bin/sh
# A file may include base/, its own folder and earlier folders of the flow, never a later one; of another folder only the
# header named like it. src/*.[ch] and include/isnad.h are the public face: they may include every folder's header, and only
# the command includes them.
order="base read text model mention identity claim record relations merge store export serve cli"
cd "$(dirname "$0")/.." || exit 1
grep -n '^[ \t]*#[ \t]*include[ \t]*"' src/*.[ch] src/*/*.[ch] include/*.h 2>/dev/null | awk -F'[:"]' -v order="$order" -v faces="$(ls src/*.h 2>/dev/null)" '
BEGIN { m = split(faces, header, " "); for (i = 1; i <= m; i++) { sub(/.*\//, "", header[i]); face[header[i]] }
    n = split(order, name, " "); for (i = 1; i <= n; i++) rank[name[i]] = i }
{
    file = $1; line = $2; included = $4
    parts = split(file, path, "/"); room = parts == 3 ? path[2] : ""
    if (room != "" && !(room in rank)) fault("the folder " room " is not in the order of the flow (" order ")")
    else if (index(included, "/") == 0 && (included == "isnad.h" || included in face)) {
        if (room != "" && room != "cli") fault("the public face; only the command includes it")
    }
    else if (split(included, target, "/") != 2) fault("write it with its folder: \"ROOM/" included "\"")
    else if (!(target[1] in rank)) fault("no such folder in the flow")
    else if (room != "" && rank[target[1]] > rank[room]) fault(target[1] "/ comes after " room "/ in the flow")
    else if (target[1] != room && target[2] != target[1] ".h") fault("private to " target[1] "/; only " target[1] "/" target[1] ".h may be included")
}
function fault(why) { print file ":" line ": \"" included "\": " why; bad = 1 }
END { exit bad }'
