"""Keeping the product alive: journal of take-downs, backup and restore, health, metrics, alarm."""
