"""Public views. Each reads the projection, never a page, and answers for the one moment of its request."""
