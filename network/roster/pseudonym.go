package roster

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"orglearn/network/internal/table"
)

// The bytes of a key: see ReadKey.
const (
	MinKey = 16
	MaxKey = 4096
)

// minKinds is the least number of different bytes in a key.
const minKinds = 6

// ReadKey reads the key of pseudonyms from a file: one line of text, or any bytes, at least MinKey
// and at most MaxKey of them. Spaces and line breaks around it do not count. A file of several
// lines of text, which is hardly a key, and a key of a few repeated characters are errors. Errors
// name the file and never what is in it.
func ReadKey(name string, r io.Reader) ([]byte, error) {
	const want = "want one line with a secret of %d to %d characters, such as " +
		"`openssl rand -hex 32` prints"
	b, err := io.ReadAll(io.LimitReader(r, MaxKey+3))
	if err != nil {
		return nil, pathError(name, err)
	}
	key := bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff")))
	kinds := map[byte]bool{}
	for _, c := range key {
		kinds[c] = true
	}
	fault := ""
	switch lines := 1 + bytes.Count(key, []byte{'\n'}); {
	case len(key) == 0:
		fault = "the key is empty"
	case utf8.Valid(key) && lines > 1:
		fault = fmt.Sprintf("the key has %d lines or more", lines)
	case len(key) < MinKey:
		fault = fmt.Sprintf("the key has %d characters", len(key))
	case len(key) > MaxKey:
		fault = fmt.Sprintf("the key has more than %d characters", MaxKey)
	case len(kinds) < minKinds:
		fault = fmt.Sprintf("the key has only %d different characters", len(kinds))
	}
	if fault != "" {
		return nil, fmt.Errorf("%s: %s; "+want, name, fault, MinKey, MaxKey)
	}
	return key, nil
}

// codeBits is the length of a pseudonym: of a million people two have the same with a chance of
// 1 in 2,000.
const codeBits = 50

var codeLetters = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").
	WithPadding(base32.NoPadding)

// pseudonym is the pseudonym of an id, as P-3KX9A-7QF2M: the first bits of its HMAC-SHA256. Who
// has no key can neither make it of an id nor an id of it.
func pseudonym(key []byte, id string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id))
	code := codeLetters.EncodeToString(mac.Sum(nil))[:codeBits/5]
	return "P-" + code[:5] + "-" + code[5:]
}

// shown is what reports and errors call the person with an id: his id, or his pseudonym. It is used
// while the roster is read, before replaceIDs.
func (in *reading) shown(id string) string {
	if in.options.Key == nil {
		return id
	}
	if p, known := in.lookup(id); known {
		id = in.roster.ids[p]
	}
	return pseudonym(in.options.Key, id)
}

// hidden are parts of errors that quote cells of a file, which may be ids where a header is
// missing.
var hidden = regexp.MustCompile(`(the columns are|, as|the weight is) ` +
	`"(\\.|[^"\\])*"(, "(\\.|[^"\\])*")*(, and \d+ more)?`)

// hide takes cells out of an error.
func (in *reading) hide(err error) error {
	if err == nil || in.options.Key == nil {
		return err
	}
	return errors.New(hidden.ReplaceAllString(err.Error(),
		"$1 not shown, as they may be ids"))
}

// replaceIDs makes pseudonyms of the ids. Of the columns of the people it leaves that of the
// departments only. Two people with the same pseudonym are an error.
func (in *reading) replaceIDs() error {
	if in.options.Key == nil {
		return nil
	}
	r := in.roster
	for i := range r.report.Heads {
		in.hideHead(&r.report.Heads[i])
	}
	seen := make(map[string]bool, len(r.ids))
	for p, id := range r.ids {
		r.ids[p] = pseudonym(in.options.Key, id)
		if seen[r.ids[p]] {
			return fmt.Errorf("roster: two people have the pseudonym %s; take another key",
				r.ids[p])
		}
		seen[r.ids[p]] = true
	}
	r.keepDepartmentsOnly()
	in.note("Ids are replaced by pseudonyms, made with the key; names of departments stay.")
	return nil
}

// keepDepartmentsOnly removes all columns of the people but that of the departments.
func (r *Roster) keepDepartmentsOnly() {
	at := r.departmentAt
	if at < 0 {
		r.columns, r.attributes = nil, nil
		return
	}
	r.columns, r.attributes = r.columns[at:at+1:at+1], r.attributes[at:at+1:at+1]
	r.departmentAt = 0
}

// hideHead replaces the ids in the first rows of a file, and hides what is not used.
func (in *reading) hideHead(h *Head) {
	as := map[string]string{}
	for _, u := range in.roster.report.Used {
		if u.File == h.File {
			as[u.Column] = u.As
		}
	}
	for _, row := range h.Rows {
		for k, cell := range row {
			row[k] = in.hideCell(cell, as[h.Columns[k]])
		}
	}
}

// hideCell is what is shown of a cell of a column that is used as something.
func (in *reading) hideCell(cell, as string) string {
	switch {
	case table.IsMissing(cell) || as == departmentRole.flag || as == weightRole.flag ||
		as == teamRole.flag:
		return cell
	case as == "":
		return "(hidden)"
	}
	ids := []string{cell}
	if len(in.options.Match) > 0 {
		ids = in.receivers(cell)
	}
	for i, id := range ids {
		ids[i] = in.shown(id)
	}
	return strings.Join(ids, "; ")
}
