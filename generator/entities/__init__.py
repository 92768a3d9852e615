"""What happened, as columns of numbers: people, pets, policies, vets and claims before any text."""
