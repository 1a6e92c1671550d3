"""Is the site well? Checks with limits, the addresses that tell, metrics, and the alarm."""
