"""Officers in and out as xlsx: read and checked first, the difference shown, written after a confirmation."""
