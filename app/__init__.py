"""The portal's backend: takes claims into the lake and shows what became of them."""
