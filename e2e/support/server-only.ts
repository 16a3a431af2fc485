// Stands in for the `server-only` package in unit tests, where there is no client bundle to protect.
export {};
