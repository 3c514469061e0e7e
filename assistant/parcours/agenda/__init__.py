"""A person's rendez-vous: said, confirmed, cancelled, moved, taken; and what they tell us of them."""
