"""One module for each kind of public record; every module here is imported when the app is ready."""
