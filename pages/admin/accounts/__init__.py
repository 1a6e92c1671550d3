"""Accounts and groups: nobody hands on what she does not hold herself."""
