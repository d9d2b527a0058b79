package orgflags

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"orglearn/network/roster"
)

// key reads the key of pseudonyms; nil: none are asked for. Neither it nor its file is written
// anywhere.
func (own *Flags) key() ([]byte, error) {
	if own.pseudonyms == "" {
		return nil, nil
	}
	file, err := os.Open(own.pseudonyms)
	var failed *fs.PathError
	if errors.As(err, &failed) {
		return nil, fmt.Errorf("-pseudonyms: %s: %w", own.pseudonyms, failed.Err)
	}
	if err != nil {
		return nil, fmt.Errorf("-pseudonyms: %w", err)
	}
	defer file.Close()
	key, err := roster.ReadKey(own.pseudonyms, file)
	if err != nil {
		return nil, fmt.Errorf("-pseudonyms: %w", err)
	}
	return key, nil
}

// Pseudonyms reports whether people have pseudonyms for ids.
func (own *Flags) Pseudonyms() bool { return own.pseudonyms != "" }

// emptyFile is a flag of a file that was given as "", such as a shell's variable that is not set.
func (own *Flags) emptyFile() string {
	for name, path := range map[string]string{"roster": own.Files.People, "ties": own.Files.Ties,
		"reports": own.Files.Reports, "teams": own.Files.Teams, "pseudonyms": own.pseudonyms} {
		if own.given[name] && path == "" {
			return name
		}
	}
	return ""
}
