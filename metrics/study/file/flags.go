package file

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// mention finds what an error of package roster says of a flag: "-match case,names" or "-least". It
// finds texts in quotes whole, because what they hold is of the files.
var mention = regexp.MustCompile(
	`"(?:[^"\\]|\\.)*"|(?:^|[ (])-(?:match [a-z]+(?:,[a-z]+)*|[a-z]+(?:-[a-z]+)*)`)

// inKeys puts keys of a study in the places of flags, such as "partial: true" for "-partial". It
// also returns the keys, in their order.
func (o *own) inKeys(message string) (text string, keys []string) {
	text = mention.ReplaceAllStringFunc(message, func(found string) string {
		before, flag, is := strings.Cut(found, "-")
		if !is || found[0] == '"' {
			return found
		}
		name, ways, _ := strings.Cut(flag, " ")
		written, is := o.written(name, ways)
		if !is {
			return found
		}
		keys = append(keys, name)
		return before + written
	})
	return text, keys
}

// written returns a key as a study has it, for a flag and the ways of -match. It reports whether
// there is such a key.
func (o *own) written(name, ways string) (key string, is bool) {
	switch name {
	case "least":
		return "least:", true
	case "match":
		if ways == "" {
			return "match:", true
		}
		return "match: [" + strings.ReplaceAll(ways, ",", ", ") + "]", true
	}
	i := slices.IndexFunc(o.options(), func(p option) bool { return p.name == name })
	switch {
	case i < 0:
		return "", false
	case o.options()[i].text == nil:
		return name + ": true", true
	}
	return name + ":", true
}

// faultOf adds the fault of an error in reading the roster. It is at a key that the error names, if
// the study has it, or else at that of the file that it names first, or else at the roster.
func (r *reader) faultOf(o *own, err error, n ast.Node, given map[string]ast.Node) {
	text, keys := o.inKeys(err.Error())
	first := len(text)
	for _, p := range o.options()[:files] {
		at := strings.Index(text, filepath.Base(*p.text))
		if *p.text != "" && at >= 0 && at < first {
			n, first = given[p.name], at
		}
	}
	for _, key := range keys {
		if at, is := given[key]; is {
			n = at
			break
		}
	}
	r.fault(n, "roster: %s", text)
}
