"""What editors see of this floor: forms, panels, listings, reports."""
