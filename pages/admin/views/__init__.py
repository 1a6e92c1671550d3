"""Admin views of this floor."""
