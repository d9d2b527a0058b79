package study

// Checked adds a flag with a list of words. check returns an error for an entry that is not
// allowed.
func (s *Study) Checked(
	name, usage string, check func(entry string) error, defaults ...string,
) *List[string] {
	return add(s, name, usage, defaults, func(entry string) (string, error) {
		return entry, check(entry)
	})
}
