#!/bin/sh
# Holds the queries against gainsay in DataFusion and in Spark: engines.sh GAINSAY [options of check.py]
#
# Makes a Python environment in .venv beside this file, or in $GAINSAY_VENV. Spark needs Java 17 or later.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
if [ $# -lt 1 ]; then
    echo "usage: $0 GAINSAY [options of check.py]" >&2
    exit 2
fi
gainsay=$1
shift
venv=${GAINSAY_VENV:-$here/.venv}
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --requirement "$here/requirements-engines.txt"

"$venv/bin/python" -B "$here/check.py" --gainsay "$gainsay" --engine datafusion "$@"
if ! java -version >/dev/null 2>&1; then
    echo "Spark was not asked: it needs Java 17 or later, and there is no \`java\` on the PATH" >&2
    exit 1
fi
"$venv/bin/python" -B "$here/check.py" --gainsay "$gainsay" --engine spark "$@"
