"""Joining an offer: places, waiting list, requests through the référent, what is written about them."""
