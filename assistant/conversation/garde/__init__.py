"""What is read before the engine: silence, return, contact, danger. Out of reach of content edits."""
