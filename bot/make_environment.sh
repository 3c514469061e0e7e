#!/bin/sh
# Rasa needs Python 3.10: the machine's own (pyenv reads .python-version here), else one that uv brings.
set -eu
for python in python3.10 python3 python; do
    if "$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 10))' 2>/dev/null; then
        exec "$python" -m venv .venv
    fi
done
echo "No Python 3.10 here: uv fetches one."
exec ../.venv/bin/uv venv --seed --python 3.10 .venv
