package sim

// Version is the version of the library, as in the changelog.
const Version = "0.1.0"
