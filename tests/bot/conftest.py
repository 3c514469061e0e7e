"""The engine's own modules: those tested here need no Rasa, only the folder bot/ on the path."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "bot"))
