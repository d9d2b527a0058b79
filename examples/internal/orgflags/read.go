package orgflags

import (
	"orglearn/examples/program"
	"orglearn/network/data"
	"orglearn/network/roster"
)

// Real reports whether the flags name a real organization.
func (own *Flags) Real() bool { return own.given["data"] || own.given["ties"] }

// reader is the reader that the flags ask for.
func (own *Flags) reader() (roster.Reader, error) {
	r := roster.Reader{Columns: own.columns, NoHeader: own.noHeader, Match: own.ways(),
		Partial: own.partial, Least: own.Least, FirstRow: own.firstRow, Totals: own.totals,
		Decimal: decimals[own.decimal]}
	switch {
	case own.sent:
		r.Direction = roster.ToListens
	case own.asked:
		r.Direction = roster.FromListens
	case own.undirected:
		r.Direction = roster.BothListen
	}
	switch {
	case own.firstSuperior:
		r.Second = roster.SecondDropped
	case own.matrix:
		r.Second = roster.SecondLine
	}
	var err error
	r.Key, err = own.key()
	return r, err
}

// Read reads a real organization, one of the library's or the user's own. It returns a title beside
// it and, where there is one, a citation in the next line.
func (own *Flags) Read() (*roster.Roster, string, error) {
	if own.given["data"] {
		set, err := data.Describe(own.Data)
		if err != nil {
			return nil, "", err
		}
		r, err := data.Open(own.Data)
		return r, set.About + "\n" + set.Citation, err
	}
	reader, err := own.reader()
	if err != nil {
		return nil, "", err
	}
	r, err := reader.Open(own.Files)
	return r, "The organization of " + own.Paths()[0], err
}

// Paths are the user's own files.
func (own *Flags) Paths() (all []string) {
	for _, path := range []string{own.Files.People, own.Files.Ties, own.Files.Reports,
		own.Files.Teams} {
		if path != "" {
			all = append(all, path)
		}
	}
	return all
}

// Parameters adds what the manifest keeps: the flags that were given.
func (own *Flags) Parameters(p map[string]any) {
	if own.given["data"] {
		p["data"] = own.Data
	} else {
		own.fileParameters(p)
	}
	own.flagParameters(p)
}

func (own *Flags) fileParameters(p map[string]any) {
	p["roster"], p["ties"] = own.Files.People, own.Files.Ties
	p["reports"], p["teams"] = own.Files.Reports, own.Files.Teams
}

func (own *Flags) flagParameters(p map[string]any) {
	for name, value := range map[string]any{
		"sent": own.sent, "asked": own.asked, "undirected": own.undirected,
		"partial": own.partial, "isolates": own.Isolates, "match": own.match,
		"first-superior": own.firstSuperior, "matrix": own.matrix, "first-row": own.firstRow,
		"totals": own.totals, "no-header": own.noHeader, "least": own.Least, "weigh": own.Weigh,
		"id": own.columns.ID, "department": own.columns.Department,
		"manager": own.columns.Manager, "from": own.columns.From, "to": own.columns.To,
		"weight": own.columns.Weight, "decimal": own.decimal,
		"pseudonyms": true,
	} {
		if own.given[name] {
			p[name] = value
		}
	}
}

// Inputs returns the SHA-256 of each of the user's own files, by path.
func (own *Flags) Inputs() (map[string]string, error) {
	hashes := map[string]string{}
	for _, path := range own.Paths() {
		hash, err := program.Hash(path)
		if err != nil {
			return nil, err
		}
		hashes[path] = hash
	}
	return hashes, nil
}

// ReadTies reads the user's own files with other ties in place of theirs.
func (own *Flags) ReadTies(path string) (*roster.Roster, error) {
	reader, err := own.reader()
	if err != nil {
		return nil, err
	}
	files := own.Files
	files.Ties = path
	return reader.Open(files)
}
