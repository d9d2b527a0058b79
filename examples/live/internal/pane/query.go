package pane

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// query is what the query string of a link holds: the last value of each key. Package net/url reads
// the same (FuzzQuery), and would make the module for browsers 100 kB larger.
type query map[string]string

func parseQuery(text string) (query, error) {
	q := query{}
	for part := range strings.SplitSeq(text, "&") {
		if part == "" {
			continue
		}
		if strings.Contains(part, ";") {
			return nil, fmt.Errorf("the link: %.40q has a semicolon", part)
		}
		key, value, _ := strings.Cut(part, "=")
		key, keyOK := unescape(key)
		value, valueOK := unescape(value)
		if !keyOK || !valueOK {
			return nil, fmt.Errorf("the link: %.40q has a %% without two hexadecimal digits", part)
		}
		q[key] = value
	}
	return q, nil
}

// unescape replaces + by a space, and % and two digits by a byte.
func unescape(text string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch c {
		case '+':
			c = ' '
		case '%':
			if i+3 > len(text) {
				return "", false
			}
			v, err := strconv.ParseUint(text[i+1:i+3], 16, 8)
			if err != nil {
				return "", false
			}
			c = byte(v)
			i += 2
		}
		b.WriteByte(c)
	}
	return b.String(), true
}

// text returns the query string, with its keys in order.
func (q query) text() string {
	var parts []string
	for _, key := range slices.Sorted(maps.Keys(q)) {
		parts = append(parts, escape(key)+"="+escape(q[key]))
	}
	return strings.Join(parts, "&")
}

// escape returns a text in which all but letters, digits and -_.~ is a % and two digits, and a
// space is a +.
func escape(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9',
			strings.IndexByte("-_.~", c) >= 0:
			b.WriteByte(c)
		case c == ' ':
			b.WriteByte('+')
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
