"""Forms of hand entry. They import no models: the models name them."""
